using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>Tells a citizen where their case went and why: not in charge was the institution (3071 m.5, 4982 m.7), or of a part of it, or it came from the centre.</summary>
public static class ForwardNotice
{
    /// <param name="facts">What it says; nothing of the petition.</param>
    /// <param name="addressee">Whom it greets; none for whoever is hidden.</param>
    public static ComposedLetter Compose(ForwardNoticeFacts facts, Addressee? addressee)
    {
        var (number, head, data, text) = LinesOf(facts, addressee);
        var plain = string.Join("\n\n", [string.Join('\n', head), string.Join('\n', data), .. text, "-- \n" + LetterLines.Footer]) + "\n";
        return new ComposedLetter(LetterWords.Of(facts.Reason.IsPart ? "NoticeSubjectPart" : "NoticeSubject", number), ReplyLetter.OnTheWire(LetterHtml.WriteNotice(number, head, data, text)), ReplyLetter.OnTheWire(plain));
    }

    /// <summary>The same as it stands on paper, line by line.</summary>
    public static ForwardNoticeLines LinesOf(ForwardNoticeFacts facts, Addressee? addressee)
    {
        var number = new CaseNumber(facts.CaseId).ToString();
        var law = LetterWords.Of(facts.Basis == LegalBasis.InformationAct ? "NoticeInformationAct" : "NoticePetitionAct");
        string[] head = [LetterWords.Of("Republic"), facts.From.ToUpper(LetterWords.Turkish)];
        string[] data = [LetterWords.Of("Number", number), LetterWords.Of("Date", Day(facts.SentAt))];
        string[] text = [ReplyLetter.Greeting(addressee), LetterWords.Of(TextOf(facts.Reason), Day(facts.FiledAt), number, facts.To, law, Day(facts.SentAt)), LetterWords.Of(facts.Reason.IsPart ? "NoticeAnswerPart" : "NoticeAnswer"), LetterWords.Of("NoticeTrack")];
        return new ForwardNoticeLines(number, head, data, text);
    }

    private static string TextOf(TransferReason why) => why switch { { IsFromCentre: true } => "NoticeTextCentre", { IsPart: true } => "NoticeTextPart", _ => "NoticeText" };

    private static string Day(DateTimeOffset at) => IstanbulTime.LegalDay(at).ToString("dd.MM.yyyy", LetterWords.Turkish);
}

/// <summary>The lines of such a notice.</summary>
/// <param name="Number">Of the case.</param>
/// <param name="Data">Number and date.</param>
/// <param name="Text">Greeting and paragraphs.</param>
public sealed record ForwardNoticeLines(string Number, IReadOnlyList<string> Head, IReadOnlyList<string> Data, IReadOnlyList<string> Text);
