using Bimer.Blazor.Facts.Demo;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>
/// Letters between custody and answer: of some petitions the citizen is told half way how far they have come, of some requests that they take thirty working days, or what they
/// cost. Some pay; where the story says until when it is told, some do not, and of those some are deemed to have given up.
/// </summary>
internal sealed class DemoInterims(WorkingCalendar calendar, IReadOnlyDictionary<UserId, Actor> actors, Func<DemoOfficer, ApproverChoice> signs, DateTimeOffset? until)
{
    private const int OneInProgress = 15, OneInEight = 8, FeePaidOne = 2, UnpaidOne = 6;

    private static readonly Letter _progress = new("<p>Başvurunuz incelenmektedir; ilgili birimden görüş istenmiştir. Sonucu ayrıca bildirilecektir.</p>", "", []) { IsProgress = true };
    private static readonly Letter _extension = new("", "", []) { Notice = new ExtensionNotice(ExtensionGround.OtherUnit, "İstediğiniz kayıtlar taşra birimlerinden istenmiştir.") };
    private static readonly Letter _fee = new("", "", []) { Notice = new FeeNotice(47.25m, FeeNotice.Words("63 sayfa fotokopi ve posta gideri", "Kurum veznesi ya da kurumun banka hesabı (açıklamaya başvuru numarası yazılır)")) };
    private static readonly Letter _withdrawal = new("", "", []) { Notice = new WithdrawalNotice("") };

    /// <summary>The story without its answer, where the fee was never paid.</summary>
    public IEnumerable<DemoStep> StepsOf(CaseFile caseFile, DemoFate fate) => FirstAnswer(caseFile, fate) is var (answering, letter) && letter == _fee && caseFile.Id.Value % OneInEight == UnpaidOne ? fate.Steps.Take(answering) : fate.Steps;

    /// <summary>Their answer follows as the story says.</summary>
    public IEnumerable<(DateTimeOffset At, Action Do)> ActsOf(PastLife life, DemoFate fate)
    {
        if (FirstAnswer(life.Case, fate) is not var (answering, letter)) yield break;
        var (answer, before, half) = Between(fate, answering);
        yield return (before + (half / 2), () => life.Did(Tell(life.Case, letter, answer, before + (half / 2)), answer.By.Id));
        yield return (before + half, () => life.Did(Sign(life.Case, answer, before + half), answer.Approver.Id));
        if (letter != _fee) yield break;
        if (life.Case.Id.Value % OneInEight == FeePaidOne)
        {
            var paidAt = before + half + (half / 2);
            yield return (paidAt, () => life.Did(Pay(life.Case, answer, paidAt), answer.By.Id));
            yield break;
        }

        var givenUpAt = IstanbulTime.EndOf(IstanbulTime.LegalDay(before + half).AddDays(40)).AddHours(10);
        if (givenUpAt.AddHours(1) >= (until ?? DateTimeOffset.MinValue) || life.Case.Id.Value / OneInEight % 2 == 0) yield break;
        yield return (givenUpAt, () => life.Did(Tell(life.Case, _withdrawal, answer, givenUpAt), answer.By.Id));
        yield return (givenUpAt.AddHours(1), () => life.Did(Sign(life.Case, answer, givenUpAt.AddHours(1)), answer.Approver.Id));
    }

    private (int At, Letter Letter)? FirstAnswer(CaseFile caseFile, DemoFate fate)
    {
        var answering = fate.Steps.ToList().FindIndex(step => step is DemoStep.SubmitReply);
        if (answering < 1) return null;
        var (_, before, half) = Between(fate, answering);
        return LetterOf(caseFile, before + half) is { } letter ? (answering, letter) : null;
    }

    private static (DemoStep.SubmitReply Answer, DateTimeOffset Before, TimeSpan Half) Between(DemoFate fate, int answering) =>
        ((DemoStep.SubmitReply)fate.Steps[answering], fate.Steps[answering - 1].At, (fate.Steps[answering].At - fate.Steps[answering - 1].At) / 2);

    /// <summary>None where there is nothing to tell, or no time left to tell it in: asked of the time as it was received.</summary>
    private Letter? LetterOf(CaseFile caseFile, DateTimeOffset signedAt)
    {
        if (caseFile.Basis == LegalBasis.PetitionAct) return caseFile.Id.Value % OneInProgress == 0 ? _progress : null;
        if (signedAt >= StatutoryDeadline.Of(caseFile.Basis, caseFile.ReceivedOn, calendar).EndsAt) return null;
        return (caseFile.Id.Value % OneInEight) switch { 0 or 4 => _extension, FeePaidOne => _fee, UnpaidOne when until is not null => _fee, _ => null };
    }

    private Outcome Tell(CaseFile caseFile, Letter letter, DemoStep.SubmitReply answer, DateTimeOffset at) => caseFile.SubmitReply(
        DemoFiler.PartAt(caseFile, answer.Unit), letter with { CatalogueService = answer.CatalogueCode }, signs(answer.Approver), actors[answer.By.Id], IstanbulTime.LegalDay(at), at);

    private Outcome Sign(CaseFile caseFile, DemoStep.SubmitReply answer, DateTimeOffset at)
    {
        var (part, approver) = (DemoFiler.PartAt(caseFile, answer.Unit), actors[answer.Approver.Id]);
        var approval = new Approval(DemoFiler.HashOf(caseFile, part), answer.CatalogueCode, null, null);
        if (caseFile.Basis == LegalBasis.InformationAct) return caseFile.SignNotice(part, approval, signs(answer.Approver), calendar, approver, at);
        var signed = caseFile.ApproveReply(part, approval, signs(answer.Approver), approver, IstanbulTime.LegalDay(at), at);
        if (signed.IsAccepted) caseFile.MeetByProgress(calendar, at);
        return signed;
    }

    private Outcome Pay(CaseFile caseFile, DemoStep.SubmitReply answer, DateTimeOffset at) => caseFile.RecordFeePaid(
        DemoFiler.PartAt(caseFile, answer.Unit), new FeePayment(IstanbulTime.LegalDay(at), $"D{caseFile.Id.Value % 100_000:00000}"), calendar, actors[answer.By.Id], at);
}
