using Bimer.Blazor.Workspace.CaseDetail.Jointly;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Acknowledging;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Papers;
using Bimer.Blazor.Workspace.CaseDetail.Fees;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Describing;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Blazor.Workspace.Registering.Mailing;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using static Bimer.Tests.Security.Sight.Asker;

namespace Bimer.Tests.Security.Sight;

/// <summary>
/// All ways to do something to one case, or to ask what would come of it: the answer tells as much as a page would. Tried by those alone who may
/// not see it, and done by none of them.
/// </summary>
internal static class ActPaths
{
    private static readonly HoldTerms _terms = new(TurningStories.Explanation, "Görüş istendi.", People.Monday.AddDays(10), RemindOn: null);

    private static readonly RecordCorrection _slip = new(new(People.Monday, IntakeChannel.Letter, null), new(People.Monday.AddDays(-1), IntakeChannel.Letter, null), "Damga.");

    public static readonly IReadOnlyDictionary<string, Func<Asker, Ids, Task<string>>> ById = new Dictionary<string, Func<Asker, Ids, Task<string>>>(StringComparer.Ordinal)
    {
        ["JointSteps.AskAsync"] = async (asker, ids) => Told(await asker.Get<JointSteps>().AskAsync(new AskJointOpening(Anew, ids.Case, "Kim olduğu bilinmeli."), Patiently)),
        ["JointSteps.AllowAsync"] = async (asker, ids) => Told(await asker.Get<JointSteps>().AllowAsync(new AllowJointOpening(Anew, ids.Case, 1), Patiently)),
        ["OpenJointlyHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<OpenJointlyHandler>().HandleAsync(new OpenJointly(Anew, ids.Case), Patiently)),
        ["PrintReportHandler.HandleAsync: as a file"] = async (asker, ids) => await asker.Office.PrintAsync(asker.Actor, ids.Number, asFile: true) is { Refusal: { } why } ? Told((object)why) : "a file",
        ["TakeCustodyHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<TakeCustodyHandler>().HandleAsync(new TakeCustody(Anew, ids.Part), Patiently)),
        ["FollowCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<FollowCaseHandler>().HandleAsync(new FollowCase(Anew, ids.Case, null), Patiently)),
        ["FollowCaseHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<FollowCaseHandler>().TryAsync(new FollowCase(Anew, ids.Case, null), Patiently)),
        ["UnfollowCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<UnfollowCaseHandler>().HandleAsync(new UnfollowCase(Anew, ids.Case, null), Patiently)),
        ["UnfollowCaseHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<UnfollowCaseHandler>().TryAsync(new UnfollowCase(Anew, ids.Case, null), Patiently)),
        ["ForwardCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<ForwardCaseHandler>().HandleAsync(Forward(asker, ids), Patiently)),
        ["ForwardCaseHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<ForwardCaseHandler>().TryAsync(Forward(asker, ids), Patiently)),
        ["PutOnHoldHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<PutOnHoldHandler>().HandleAsync(new PutOnHold(Anew, ids.Part, _terms), Patiently)),
        ["PutOnHoldHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<PutOnHoldHandler>().TryAsync(new PutOnHold(Anew, ids.Part, _terms), Patiently)),
        ["ResumeCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<ResumeCaseHandler>().HandleAsync(new ResumeCase(Anew, ids.Part), Patiently)),
        ["ResumeCaseHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<ResumeCaseHandler>().TryAsync(new ResumeCase(Anew, ids.Part), Patiently)),
        ["UndoResumingHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<UndoResumingHandler>().HandleAsync(new UndoResuming(Anew, ids.Part), Patiently)),
        ["AcknowledgeCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<AcknowledgeCaseHandler>().HandleAsync(new AcknowledgeCase(Anew, ids.Part), Patiently)),
        ["AcknowledgeCaseHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<AcknowledgeCaseHandler>().TryAsync(new AcknowledgeCase(Anew, ids.Part), Patiently)),
        ["UndoAcknowledgingHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<UndoAcknowledgingHandler>().HandleAsync(new UndoAcknowledging(Anew, ids.Part), Patiently)),
        ["RecallCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<RecallCaseHandler>().HandleAsync(new RecallCase(Anew, ids.Part), Patiently)),
        ["RecallCaseHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<RecallCaseHandler>().TryAsync(new RecallCase(Anew, ids.Part), Patiently)),
        ["ReturnCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<ReturnCaseHandler>()
            .HandleAsync(new ReturnCase(Anew, ids.Part, ReturnTarget.Sender, ReturnReason.NotOurDuty, "Görev alanımıza girmiyor."), Patiently)),
        ["HideIdentityHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<HideIdentityHandler>().HandleAsync(new HideIdentity(Anew, ids.Part), Patiently)),
        ["UndoHidingHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<UndoHidingHandler>().HandleAsync(new UndoHiding(Anew, ids.Case), Patiently)),
        ["LiftExclusionHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<LiftExclusionHandler>()
            .HandleAsync(new LiftExclusion(Anew, ids.Case, asker.Office.Unit("Konya Valiliği"), "Gerek kalmadı."), Patiently)),
        ["RecordFeePaidHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<RecordFeePaidHandler>().HandleAsync(new RecordFeePaid(Anew, ids.Part, new DateOnly(2026, 3, 2), "2026/1"), Patiently)),
        ["ResolveUncertainHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<ResolveUncertainHandler>()
            .HandleAsync(new ResolveUncertain(Anew, ids.Part, MailDecision.SendAgain), Patiently)),
        ["TellBySmsHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<TellBySmsHandler>().HandleAsync(new TellBySms(Anew, ids.Part), Patiently)),
        ["SaveDraftHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<SaveDraftHandler>()
            .HandleAsync(new SaveDraft(ids.Part, 0, ReplyStories.Html, ReplyStories.Service, null), Patiently)),
        ["AttachFileHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<AttachFileHandler>()
            .HandleAsync(new AttachFile(ids.Part, "rapor.pdf", new MemoryStream(Documents.Pdf)), Patiently)),
        ["RemoveFileHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<RemoveFileHandler>().HandleAsync(new RemoveFile(ids.Part, ids.Drafted), Patiently)),
        ["SubmitReplyHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<SubmitReplyHandler>()
            .HandleAsync(new SubmitReply(Anew, ids.Part, 1, ReplyStories.Service, asker.Actor.UserId, asker.Office.Unit("Ankara Valiliği")), Patiently)),
        ["ApproveReplyHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<ApproveReplyHandler>()
            .HandleAsync(new ApproveReply(Anew, ids.Part, "", ReplyStories.Service, ReplyVerdict.Favourable, null, ""), Patiently)),
        ["ReturnForRevisionHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<ReturnForRevisionHandler>()
            .HandleAsync(new ReturnForRevision(Anew, ids.Part, "", new Correcting("Tarih eksik.")), Patiently)),
        ["DescribeCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<DescribeCaseHandler>().HandleAsync(Describe(asker, ids), Patiently)),
        ["DescribeCaseHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<DescribeCaseHandler>().TryAsync(Describe(asker, ids), Patiently)),
        ["DescribeCaseHandler.HandleAsync: a topic that is none"] = async (asker, ids) => Told(await asker.Get<DescribeCaseHandler>().HandleAsync(Describe(asker, ids) with { Topics = new(["yok"], []) }, Patiently)),
        ["ChangeItemsHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<ChangeItemsHandler>().HandleAsync(new ChangeItems(Anew, ids.Part, RequestedItems.None, "Bütçe"), Patiently)),
        ["AddPaperHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<AddPaperHandler>().HandleAsync(new AddPaper(ids.Part, "tarama.pdf", new MemoryStream(Documents.Pdf)), Patiently)),
        ["CorrectRecordHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<CorrectRecordHandler>().HandleAsync(new CorrectRecord(Anew, ids.Part, _slip), Patiently)),
        ["CorrectRecordHandler.TryAsync"] = async (asker, ids) => Told(await asker.Get<CorrectRecordHandler>().TryAsync(new CorrectRecord(default, ids.Part, _slip), Patiently)),
        ["JoinMailHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<JoinMailHandler>().HandleAsync(new JoinMail(Guid.NewGuid(), ids.Number), Patiently)),
        ["DeskDrafts.SaveAsync"] = (asker, ids) => KeepAsync(asker, ids.Part),
        ["DeskDrafts.CatchUpAsync"] = async (asker, ids) => Told(await asker.Get<DeskDrafts>().CatchUpAsync(ids.Part, DeskKind.Returning, new TypedMeanwhile(Guid.NewGuid(), null, null), Patiently)),
    };

    public static async Task<string> KeepAsync(Asker asker, RoutingId part) =>
        Told((await asker.Get<DeskDrafts>().SaveAsync(part, DeskKind.Forwarding, "taslak", since: null, Patiently)).At);

    private static DescribeCase Describe(Asker asker, Ids ids) =>
        new(Anew, ids.Part, new(CaseKind.Complaint, CaseKind.TipOff), new(Priority.Normal, Priority.Urgent), new([asker.Office.Topics()[0].Code], []));

    private static ForwardCase Forward(Asker asker, Ids ids) => new(Anew, ids.Part, [ReplyStories.Line(asker.Office.Unit("Bursa Valiliği"))]);
}
