using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>What the system writes into the places of a letter (birleştirme alanları, S46): at the moment it is composed, never into the writer's text.</summary>
/// <param name="SignedAt">None while nobody has signed.</param>
/// <param name="Applicant">None for a reader who may not know the name, and for whoever is hidden: both read the same neutral words.</param>
public sealed record LetterFields(CaseId Case, DateTimeOffset FiledAt, DateTimeOffset? SignedAt, string Unit, string Institution, string? Applicant = null)
{
    // Turkish letters stay letters; markup is escaped all the same.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static LetterFields Of(ReplyLetterFacts facts, Addressee? addressee) => new(facts.CaseId, facts.FiledAt, facts.SignedAt, facts.Unit, facts.Institution, addressee?.Name);

    /// <param name="cleanHtml">Cleaned; the values are escaped here.</param>
    public string Fill(string cleanHtml) => MergeFields.Fill(cleanHtml, field => _encoder.Encode(ValueOf(field)));

    private string ValueOf(MergeField field) => field switch
    {
        MergeField.Applicant => Applicant ?? LetterWords.Of("ApplicantWithoutName"),
        MergeField.CaseNumber => new CaseNumber(Case).ToString(),
        MergeField.FiledOn => Day(FiledAt),
        MergeField.SignedOn => SignedAt is { } at ? Day(at) : LetterWords.Of("DayOfSignature"),
        MergeField.Unit => Unit,
        MergeField.Institution => Institution,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No value for this place yet."),
    };

    private static string Day(DateTimeOffset at) => IstanbulTime.LegalDay(at).ToString("dd.MM.yyyy", LetterWords.Turkish);

    /// <summary>A name belongs into no log.</summary>
    public override string ToString() => nameof(LetterFields);
}
