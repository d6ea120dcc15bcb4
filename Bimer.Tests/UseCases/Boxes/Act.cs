using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Fees;
using Bimer.Blazor.Workspace.CaseDetail.Papers;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Describing;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Registering.Mailing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>One verb on the case of a living office.</summary>
/// <param name="Handler">The class that does it.</param>
internal sealed record Act(string Handler, Func<ALivingOffice, CaseId, Task<Outcome>> Do)
{
    /// <summary>Which of several of one handler.</summary>
    public string? Of { get; init; }

    /// <summary>What must have happened before.</summary>
    public Func<ALivingOffice, CaseId, Task<Outcome>>? After { get; init; }

    public override string ToString() => Of is null ? Handler : $"{Handler}, {Of}";
}

/// <summary>All verbs there are.</summary>
internal static class Acts
{
    private static readonly Act _send = new("ForwardCaseHandler", (o, id) => o.Office.ForwardAsync(o.Zeynep, Part(id, 2), null, ReplyStories.Line(o.Bursa)));
    private static readonly Act _shun = new("ForwardCaseHandler", (o, id) => o.Office.Handler<ForwardCaseHandler>(o.Zeynep).HandleAsync(
        new ForwardCase(New, Part(id, 2), [ReplyStories.Line(o.Bursa)]) { Excluded = [o.Police] }, default)) { Of = "excluding" };
    private static readonly Act _hide = new("HideIdentityHandler", (o, id) => o.Office.Handler<HideIdentityHandler>(o.Zeynep).HandleAsync(new HideIdentity(New, Part(id, 2)), default));
    private static readonly Act _hold = new("PutOnHoldHandler", (o, id) => o.Office.PutOnHoldAsync(o.Zeynep, Part(id, 2)));
    private static readonly Act _note = new("AcknowledgeCaseHandler", (o, id) => o.Office.AcknowledgeAsync(o.Eren, Part(id, 4)));
    private static readonly Act _submit = new("SubmitReplyHandler", (o, id) => o.Office.AnswerAsync(o.Zeynep, Part(id, 2), new Signatory(o.Kemal.UserId, o.Health)));

    /// <summary>At least one of each handler there is.</summary>
    public static readonly IReadOnlyList<Act> All =
    [
        _send, _shun, _hide, _hold, _note, _submit,
        new("TakeCustodyHandler", (o, id) => o.Office.OpenAsync(o.Ayse, Part(id, 5))) { After = GiveBackToTheUnitAsync },
        new("LookIntoCaseHandler", (o, id) => o.Office.Handler<LookIntoCaseHandler>(o.Chief).HandleAsync(new LookIntoCase(New, Part(id, 5)), default)) { After = GiveBackToTheUnitAsync },
        new("ForwardCaseHandler", (o, id) => o.Office.ForwardAsync(o.Eren, Part(id, 4), null, ReplyStories.Line(o.Bursa, RoutingPurpose.Information))) { Of = "what was the most urgent" },
        new("ForwardCaseHandler", (o, id) => o.Office.Handler<ForwardCaseHandler>(o.Zeynep).HandleAsync(
            new ForwardCase(New, Part(id, 2), [ReplyStories.Line(o.Bursa)]) { Topics = Topic(o) }, default)) { Of = "about something else" },
        new("LiftExclusionHandler", (o, id) => o.Office.Handler<LiftExclusionHandler>(o.Zeynep).HandleAsync(new LiftExclusion(New, id, o.Police, "Gerek kalmadı."), default)) { After = _shun.Do },
        new("ResumeCaseHandler", (o, id) => o.Office.ResumeAsync(o.Zeynep, Part(id, 2))) { After = _hold.Do },
        new("UndoResumingHandler", (o, id) => o.Office.UndoResumingAsync(o.Zeynep, Part(id, 2))) { After = HoldAndResumeAsync },
        new("UndoAcknowledgingHandler", (o, id) => o.Office.UndoAcknowledgingAsync(o.Eren, Part(id, 4))) { After = _note.Do },
        Describing("kind", (o, id) => new(New, Part(id, 2), new(CaseKind.Complaint, CaseKind.InformationRequest), default, TopicChange.None)) with { After = (o, id) => o.Office.DecideAsync(o.Nuray, Part(id, 3), approve: false) },
        Describing("kind within the law", (o, id) => new(New, Part(id, 2), new(CaseKind.Complaint, CaseKind.TipOff), default, TopicChange.None)),
        Describing("priority", (o, id) => new(New, Part(id, 2), default, new(Priority.Normal, Priority.VeryUrgent), TopicChange.None)) with { After = _note.Do },
        Describing("topics", (o, id) => new(New, Part(id, 2), default, default, Topic(o))),
        new("ChangeItemsHandler", (o, id) => o.Office.ItemiseAsync(o.Zeynep, Part(id, 2), RequestedItems.None, ItemStories.Budget)) { After = AskForInformationAsync },
        new("UndoHidingHandler", (o, id) => o.Office.Handler<UndoHidingHandler>(o.Zeynep).HandleAsync(new UndoHiding(New, id), default)) { After = _hide.Do },
        new("ApproveReplyHandler", (o, id) => o.Office.DecideAsync(o.Nuray, Part(id, 3), approve: true)) { After = _submit.Do },
        new("ApproveReplyHandler", (o, id) => o.Office.DecideAsync(o.Nuray, Part(id, 3), approve: true)) { Of = "the last", After = AnswerHealthAsync },
        new("ReturnForRevisionHandler", (o, id) => o.Office.DecideAsync(o.Nuray, Part(id, 3), approve: false)),
        new("ReturnCaseHandler", (o, id) => o.Office.ReturnAsync(o.Zeynep, Part(id, 2))),
        new("ReturnCaseHandler", (o, id) => o.Office.ReturnAsync(o.Eren, Part(id, 4))) { Of = "what was the most urgent" },
        new("RecallCaseHandler", (o, id) => o.Office.RecallAsync(o.Zeynep, Part(id, 5))) { After = _send.Do },
        new("FollowCaseHandler", (o, id) => o.Office.Handler<FollowCaseHandler>(o.Zeynep).HandleAsync(new FollowCase(New, id, null), default)),
        new("FollowCaseHandler", (o, id) => o.Office.Handler<FollowCaseHandler>(o.Zeynep).HandleAsync(new FollowCase(New, id, o.Health), default)) { Of = "for the unit" },
        new("UnfollowCaseHandler", (o, id) => o.Office.Handler<UnfollowCaseHandler>(o.Ayse).HandleAsync(new UnfollowCase(New, id, null), default)),
        new("JoinMailHandler", JoinMailAsync),
        new("ResolveUncertainHandler", (o, id) => o.Office.Handler<ResolveUncertainHandler>(o.Nuray, new Office.Acts(o.Nuray)).HandleAsync(new ResolveUncertain(New, Part(id, 3), MailDecision.Posted), default)) { After = SignWithoutAddressAsync },
        new("CorrectRecordHandler", CorrectRecordAsync) { After = RecordedAtTheUnitAsync },
        new("AddPaperHandler", async (o, id) => (await o.Office.Handler<AddPaperHandler>(o.Zeynep).HandleAsync(new AddPaper(Part(id, 2), "tarama.pdf", new MemoryStream(Documents.Pdf)), default)).Refusal is { } full ? full : Outcome.Accepted),
        new("RecordFeePaidHandler", (o, id) => o.Office.Handler<RecordFeePaidHandler>(o.Zeynep).HandleAsync(new RecordFeePaid(New, Part(id, 5), IstanbulTime.LegalDay(o.Office.Clock.GetUtcNow()), "2026/4711"), default)) { After = TellAFeeAsync },
        new("TellBySmsHandler", (o, id) => o.Office.Handler<TellBySmsHandler>(o.Nuray).HandleAsync(new TellBySms(New, Part(id, 3)), default)) { After = SignAndComeBackAsync },
    ];

    private static CommandId New => OfficeStories.NewCommand();

    private static RoutingId Part(CaseId id, int sequence) => RoutingId.Of(id, sequence);

    private static TopicChange Topic(ALivingOffice living) => new([living.Office.Topics()[0].Code], []);

    private static Act Describing(string what, Func<ALivingOffice, CaseId, DescribeCase> command) =>
        new("DescribeCaseHandler", (o, id) => o.Office.Handler<DescribeCaseHandler>(o.Zeynep).HandleAsync(command(o, id), default)) { Of = what };

    /// <summary>Part 5 waits unopened at the governorship: Zeynep sent it there.</summary>
    private static Task<Outcome> GiveBackToTheUnitAsync(ALivingOffice living, CaseId id) => living.Office.ForwardAsync(living.Zeynep, Part(id, 2), null, ReplyStories.Line(living.Ankara));

    /// <summary>Under another law, and with no letter before an approver.</summary>
    private static async Task<Outcome> AskForInformationAsync(ALivingOffice living, CaseId id)
    {
        var back = await living.Office.DecideAsync(living.Nuray, Part(id, 3), approve: false);
        return back.IsAccepted
            ? await living.Office.Handler<DescribeCaseHandler>(living.Zeynep).HandleAsync(new(New, Part(id, 2), new(CaseKind.Complaint, CaseKind.InformationRequest), default, TopicChange.None), default)
            : back;
    }

    /// <summary>As if a desk of the governorship had recorded it, and in Ayşe's hands again.</summary>
    private static async Task<Outcome> RecordedAtTheUnitAsync(ALivingOffice living, CaseId id)
    {
        var back = await GiveBackToTheUnitAsync(living, id);
        await using (var db = await living.Office.DbAsync()) await db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(row => row.SetProperty(c => c.Channel, IntakeChannel.Letter));
        return back.IsAccepted ? await living.Office.OpenAsync(living.Ayse, Part(id, 5)) : back;
    }

    private static async Task<Outcome> CorrectRecordAsync(ALivingOffice living, CaseId id)
    {
        await using var db = await living.Office.DbAsync();
        var stands = (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == id)).Recorded;
        var wanted = new RecordCorrection(stands, stands with { ReceivedOn = stands.ReceivedOn.AddDays(-11) }, "Zarftaki damga.");
        return await living.Office.Handler<CorrectRecordHandler>(living.Ayse).HandleAsync(new CorrectRecord(New, Part(id, 5), wanted), default);
    }

    /// <summary>An information request whose fee was told and signed: its work goes on in part 5.</summary>
    private static async Task<Outcome> TellAFeeAsync(ALivingOffice living, CaseId id)
    {
        var (office, asked) = (living.Office, await AskForInformationAsync(living, id));
        if (!asked.IsAccepted) return asked;
        var saved = await office.TurnAwayAsync(living.Zeynep, Part(id, 2), 0, FeeNotice.CodeOf(12.50m), "84 sayfa fotokopi\nAnkara Valiliği veznesi");
        var sent = await office.SubmitAsync(living.Zeynep, Part(id, 2), saved.Value!.Version, new Signatory(living.Kemal.UserId, living.Health));
        return sent.IsAccepted ? await office.DecideAsync(living.Kemal, Part(id, 2), new Approval(await office.HashAsync(Part(id, 2)), ReplyStories.Service, null, null)) : sent;
    }

    private static async Task<Outcome> HoldAndResumeAsync(ALivingOffice living, CaseId id)
    {
        var held = await _hold.Do(living, id);
        return held.IsAccepted ? await living.Office.ResumeAsync(living.Zeynep, Part(id, 2)) : held;
    }

    private static async Task<Outcome> AnswerHealthAsync(ALivingOffice living, CaseId id)
    {
        var submitted = await _submit.Do(living, id);
        return submitted.IsAccepted ? await living.Office.DecideAsync(living.Kemal, Part(id, 2), approve: true) : submitted;
    }

    /// <summary>The letter is signed, and there is no address a mail could go to.</summary>
    private static async Task<Outcome> SignWithoutAddressAsync(ALivingOffice living, CaseId id)
    {
        var signed = await living.Office.DecideAsync(living.Nuray, Part(id, 3), approve: true);
        await using var db = await living.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.CaseId == id && m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, OutboxStatus.NoAddress));
        return signed;
    }

    /// <summary>The letter is signed, and its mail came back.</summary>
    private static async Task<Outcome> SignAndComeBackAsync(ALivingOffice living, CaseId id)
    {
        var signed = await SignWithoutAddressAsync(living, id);
        await using var db = await living.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.CaseId == id && m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, OutboxStatus.Returned));
        return signed;
    }

    private static async Task<Outcome> JoinMailAsync(ALivingOffice living, CaseId id)
    {
        var (office, now) = (living.Office, living.Office.Clock.GetUtcNow());
        var mail = new Bimer.Blazor.Persistence.Intake.ReceivedMail { Id = Guid.NewGuid(), Unit = living.Health, Fingerprint = Guid.NewGuid().ToByteArray(), DeliveredAt = now, TakenAt = now };
        mail.Keep(office.Services.GetRequiredService<MailSeal>().Seal(mail.Id, new MailContent { Subject = "Ek", Text = "Lamba yine yanmıyor." }));
        await using var db = await office.DbAsync();
        db.Add(mail);
        await db.SaveChangesAsync();
        return await office.Handler<JoinMailHandler>(living.Zeynep).HandleAsync(new JoinMail(mail.Id, new CaseNumber(id).ToString()), default);
    }
}
