using System.Security.Cryptography;
using System.Text;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>A letter ready to be shown or sent; lines end with CRLF, as they do on the wire, so that both are the same bytes.</summary>
/// <param name="Html">A whole HTML document.</param>
public sealed record ComposedLetter(string Subject, string Html, string PlainText)
{
    /// <summary>SHA-256 of all of it, as lower-case hex: tells whether what would leave now is what somebody read.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Subject, Html, PlainText))));

    /// <summary>A letter belongs into no log.</summary>
    public override string ToString() => nameof(ComposedLetter);
}

/// <summary>
/// The answering letter, composed in one place: what the approver sees before signing is what the citizen receives. Pure: no clock,
/// no language of the reader, no database.
/// </summary>
public static class ReplyLetter
{
    /// <param name="facts">What the letter says.</param>
    /// <param name="addressee">
    /// Whom it greets. None for a preview, whose reader may not know the name, and for whoever asked to stay hidden: both read
    /// the same neutral greeting.
    /// </param>
    public static ComposedLetter Compose(ReplyLetterFacts facts, Addressee? addressee)
    {
        var (lines, body) = (LinesOf(facts, addressee), BodyOf(facts, addressee));
        return new ComposedLetter(
            facts.Notice is { } notice ? NoticeLines.Subject(notice, lines.Number) : LetterWords.Of(facts.IsProgress ? "ProgressSubject" : "Subject", lines.Number), OnTheWire(LetterHtml.Write(lines, body)), OnTheWire(Plain(lines, body)));
    }

    /// <summary>The letter's own text, clean, with the system's places filled.</summary>
    public static string BodyOf(ReplyLetterFacts facts, Addressee? addressee) => LetterFields.Of(facts, addressee).Fill(SafeHtml.Clean(facts.Body));

    /// <summary>Who answers, as the letterhead names them: the unit, then its institution where that is another.</summary>
    public static string WriterOf(ReplyLetterFacts facts) =>
        string.Equals(facts.Unit, facts.Institution, StringComparison.Ordinal) ? facts.Unit : $"{facts.Unit}, {facts.Institution}";

    /// <summary>The sentence of the letter that says what may be done against it.</summary>
    public static string RemediesOf(ReplyLetterFacts facts) => LinesOf(facts, addressee: null).Remedies;

    internal static LetterLines LinesOf(ReplyLetterFacts facts, Addressee? addressee) => new(facts, Greeting(addressee));

    internal static string Greeting(Addressee? addressee) => addressee switch
    {
        null => LetterWords.Of("GreetingWithoutName"),
        { Kind: ApplicantKind.LegalEntity } => LetterWords.Of("GreetingToEntity", addressee.Name),
        _ => LetterWords.Of("GreetingByName", addressee.Name),
    };

    private static string Plain(LetterLines lines, string body)
    {
        string[] paragraphs =
        [
            string.Join('\n', lines.Letterhead), string.Join('\n', lines.Data), lines.Greeting, .. lines.Opening, .. SafeHtml.PlainTextOf(body) is { Length: > 0 } text ? (string[])[text] : [],
            .. lines.Items.Select(item => string.Join('\n', item)), .. lines.Closing, string.Join('\n', lines.Signature), "-- \n" + LetterLines.Footer,
        ];
        return string.Join("\n\n", paragraphs) + "\n";
    }

    internal static string OnTheWire(string text) => text.ReplaceLineEndings("\r\n");
}

/// <summary>The lines of a letter around its text, before they are set as HTML or as plain text.</summary>
internal sealed partial class LetterLines(ReplyLetterFacts facts, string greeting)
{
    public string Number { get; } = new CaseNumber(facts.CaseId).ToString();

    public string Greeting => greeting;

    public IReadOnlyList<string> Letterhead =>
    [
        LetterWords.Of("Republic"), facts.Institution.ToUpper(LetterWords.Turkish),
        .. string.Equals(facts.Unit, facts.Institution, StringComparison.Ordinal) ? (string[])[] : [facts.Unit],
    ];

    public IReadOnlyList<string> Data =>
    [
        LetterWords.Of("Number", Number), LetterWords.Of("Date", Day(facts.SignedAt)), LetterWords.Of("Reference", Day(facts.FiledAt), Number),
    ];

    /// <summary>Before the text, where the petition was not examined: under which article, why, and what that means here.</summary>
    public IReadOnlyList<string> Opening => facts.Notice is { } notice ? NoticeLines.Opening(notice) : facts.Inadmissibility is not { } turnedAway ? [] :
    [
        LetterWords.Of(IsUnderInformationAct ? "NotGiven" : "NotExamined", LetterWords.Of("Law." + turnedAway.Reason.Law), turnedAway.Reason.Article, turnedAway.Reason.Text),
        .. Paragraphs(LetterWords.Of("Ground", turnedAway.Ground)),
    ];

    public IReadOnlyList<string> Closing =>
    [
        .. facts.PointsToProsecutor ? (string[])[LetterWords.Of("Prosecutor")] : [],
        .. facts.OthersFollow && !facts.HasNoVerdict ? (string[])[LetterWords.Of("OthersFollow")] : [], Law, .. facts.IsInterim ? (string[])[] : [Remedies],
    ];

    public IReadOnlyList<string> Signature => [facts.Signatory, facts.SignatoryUnit];

    // 4982 m.13: a refusal, whole or in part, names the board and its fifteen days. 3071 knows no remedy of its own; what the state refuses
    // names the way and its time all the same (Constitution m.40), which are those of 2577.
    public string Remedies => LetterWords.Of(facts switch
    {
        { Notice: WithdrawalNotice } => "RemediesAfterUnfavourable",   // the state ends a request: Constitution m.40
        { Disclosure: DisclosureDecision.Refused or DisclosureDecision.PartlyGranted } => "RemediesAfterRefusal",
        { Basis: LegalBasis.InformationAct, Inadmissibility: not null } or { Items.Refuse: true } => "RemediesAfterRefusal",
        { Inadmissibility: not null } or { Verdict: ReplyVerdict.Unfavourable } => "RemediesAfterUnfavourable",
        _ => "RemediesInGeneral",
    });

    public static string Footer => LetterWords.Of("Footer");

    private bool IsUnderInformationAct => facts.Basis == LegalBasis.InformationAct;

    private string Law => facts.Notice is { } notice ? NoticeLines.Law(notice) : LetterWords.Of(facts.IsProgress ? "UnderProgress" : IsUnderInformationAct ? "UnderInformationAct" : "UnderPetitionAct");

    internal static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Day(DateTimeOffset at) => IstanbulTime.LegalDay(at).ToString("dd.MM.yyyy", LetterWords.Turkish);
}
