using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Portal;

/// <summary>Everything typed into a petition so far, as typed: nothing is refused while it is a draft.</summary>
public sealed record FilingDraft
{
    /// <summary>The most of a text that is kept, in UTF-16 units: far beyond the limit, so that whoever pasted too much can cut it here.</summary>
    public const int LongestKept = 1_200_000;

    public CaseKind? Kind { get; init; }

    public bool HideIdentity { get; init; }

    public ApplicantKind Applicant { get; init; } = ApplicantKind.NaturalPerson;

    /// <summary>The chosen institution's id; none while undecided.</summary>
    public int? Institution { get; init; }

    public int? Plate { get; init; }

    public string District { get; init; } = "";

    public string ContactAddress { get; init; } = "";

    public string Email { get; init; } = "";

    public string Education { get; init; } = "";

    public string EntityTitle { get; init; } = "";

    public string EntityTaxId { get; init; } = "";

    public string EntityAddress { get; init; } = "";

    public string EntityEmail { get; init; } = "";

    /// <summary>What is asked for, one entry a field of the list (istenen bilgi ve belgeler, S8), blank ones among them; kept whatever kind is chosen.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    public string Text { get; init; } = "";

    /// <summary>What became of the last upload, shown until the next one.</summary>
    public IReadOnlyList<string> UploadNotices { get; init; } = [];

    /// <summary>Changes with every change of what would be filed, words or files: tells whether a page shows what would go out now.</summary>
    /// <param name="files">Ids of the draft's files, in their order.</param>
    public string Fingerprint(IEnumerable<Guid> files)
    {
        var words = JsonSerializer.Serialize(this with { UploadNotices = [] }, VisitJson.Default.FilingDraft);
        var content = string.Concat(files.Select(file => file.ToString("N")).Prepend(words));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }

    public override string ToString() => nameof(FilingDraft);
}
