using Bimer.Domain.Cases;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Decides how an answer turns out and words it.</summary>
internal sealed class AnswerWriter(DemoWords words)
{
    private static readonly Weighted<DemoVerdict> Petitions = new(
        [(DemoVerdict.Favourable, 58), (DemoVerdict.Unfavourable, 30), (DemoVerdict.Unclassified, 12)]);

    // The shares of a ministry's yearly report on 4982 (volumes): granted 10,939, partly 665, refused 1,496.
    private static readonly Weighted<DemoVerdict> Requests = new(
        [(DemoVerdict.Granted, 83), (DemoVerdict.PartlyGranted, 5), (DemoVerdict.Refused, 12)]);

    public static DemoVerdict Verdict(WrittenPetition petition, Dice dice) => petition switch
    {
        { Reason: not null } or { Kind: CaseKind.Thanks or CaseKind.Opinion } => DemoVerdict.Unclassified,
        { Kind: CaseKind.InformationRequest } => Requests.Draw(dice),
        _ => Petitions.Draw(dice),
    };

    public string Write(WrittenPetition petition, DemoVerdict verdict, Dice dice)
    {
        if (petition.Reason is { } reason)
            return petition.Slots.With("dayanak", $"{reason.Law} {reason.Article}").With("neden", reason.Reason).Fill(words.InadmissibleAnswer);
        if (petition.Answer is { } answer && verdict is (DemoVerdict.Favourable or DemoVerdict.Granted)) return petition.Slots.Fill(answer);
        return dice.Pick(verdict switch
        {
            DemoVerdict.Favourable or DemoVerdict.Granted => words.FavourableAnswers,
            DemoVerdict.Unfavourable => words.UnfavourableAnswers,
            DemoVerdict.Refused => words.RefusedAnswers,
            DemoVerdict.PartlyGranted => words.PartlyGrantedAnswers,
            _ => words.UnclassifiedAnswers,
        });
    }
}
