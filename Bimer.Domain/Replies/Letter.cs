using System.Security.Cryptography;
using System.Text;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Replies;

/// <summary>What the writer sends for approval: cleaned HTML, its place in the service catalogue, its attachments.</summary>
/// <param name="Inadmissibility">The petition is not examined, and why (İşleme Alınmayacak, S47); none of an answer.</param>
public sealed record Letter(string Html, string CatalogueService, IReadOnlyList<AttachmentId> Attachments, Inadmissibility? Inadmissibility = null)
{
    /// <summary>It tells how far things are (safahat, 3071 m.7): no answer yet, and the case stays open.</summary>
    public bool IsProgress { get; init; }

    /// <summary>It tells something of the time of an information request (ara yazı, 4982): no answer yet, and the case stays open.</summary>
    public LetterNotice? Notice { get; init; }

    /// <summary>Longest letter, in UTF-16 units of HTML.</summary>
    public const int LongestHtml = 100_000;

    /// <summary>The template it began with (S46); no part of what is signed.</summary>
    public TemplateUse? Template { get; init; }

    /// <summary>What becomes of each requested item (S54); nothing where none is listed.</summary>
    public ItemDecisions Items { get; init; } = ItemDecisions.None;

    /// <summary>It answers: it neither turns the petition away nor tells how far things are or of the legal time.</summary>
    public bool IsAnswer => Inadmissibility is null && !IsProgress && Notice is null;

    /// <summary>SHA-256 over text, catalogue entry, attachments, the decisions about items and, of what is not examined, the reason and its ground; lower-case hex: what the approver signs.</summary>
    public string ContentHash
    {
        get
        {
            var parts = Attachments.Select(a => a.Value.ToString("N")).Order(StringComparer.Ordinal).Prepend(CatalogueService).Prepend(Html);
            if (Inadmissibility is { } inadmissibility) parts = parts.Append("!" + inadmissibility.Reason).Append(inadmissibility.Ground);
            if (IsProgress) parts = parts.Append("~");
            if (!Items.IsNone) parts = parts.Append("#" + Items.Kept);
            if (Notice is { } notice) parts = parts.Append("%" + notice.Code).Append(notice.Ground);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));
        }
    }
}

/// <summary>Whom the writer picked to sign, with the facts of that unit and the İYEM records of that person.</summary>
public sealed record ApproverChoice(UserId Person, UnitLineage Unit, IReadOnlyList<SigningAuthority> Authorities);

/// <summary>What the approver decides (Onayla, S50–S51, S54): on exactly this content, with the law's classification.</summary>
/// <param name="ContentHash">Hash of the version that was on the approver's screen.</param>
/// <param name="Verdict">3071: olumlu, olumsuz, tasnif dışı; none under 4982.</param>
/// <param name="Disclosure">4982: kabul, ret, kısmen kabul; none under 3071.</param>
public sealed record Approval(string ContentHash, string CatalogueService, ReplyVerdict? Verdict, DisclosureDecision? Disclosure)
{
    /// <summary>It says yes, at least in part; no such decision fits what was not examined.</summary>
    public bool Grants => Verdict == ReplyVerdict.Favourable || Disclosure is DisclosureDecision.Granted or DisclosureDecision.PartlyGranted;
}
