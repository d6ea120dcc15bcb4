using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>Turns what happened into recorded facts; the codes are stable and documented in docs/operations.md.</summary>
internal static class AuditEntries
{
    /// <summary>A hidden identity was opened by two; the detail names both.</summary>
    public const string OpenedTogether = "identity.opened-jointly";

    public static AuditEntry Of(DomainEvent happened, UserId? actor) => happened switch
    {
        CaseFiled e => Entry(e, "case.filed", actor, unit: e.To),
        CustodyTaken e => Entry(e, "case.custody-taken", actor, e.Routing, e.Unit),
        CaseLookedInto e => Entry(e, "case.looked-into", actor, e.Routing, e.Unit),
        CaseForwarded e => Entry(e, "case.forwarded", actor, e.From, e.FromUnit, "to=" + string.Join(',', e.To.Select(Id).Take(40))),
        CaseKindChanged e => Entry(e, "case.kind-changed", actor, e.Routing, e.Unit, KindOf(e)),
        CaseRecordCorrected e => Entry(e, "case.record-corrected", actor, e.Routing, e.Unit, RecordOf(e)),
        RecipientExcluded e => Entry(e, "case.recipient-excluded", actor, unit: e.Unit),
        PartMoved e => Entry(e, "case.part-moved", actor, e.Routing, e.From, "to=" + Id(e.To)),
        ExclusionLifted e => Entry(e, "case.exclusion-lifted", actor, unit: e.Unit),
        IdentityHidden e => Entry(e, "identity.hidden", actor),
        HidingUndone e => Entry(e, "identity.hiding-undone", actor),
        IdentityChecked e => Entry(e, "identity.checked", actor, detail: "result=" + e.Result),
        CaseFollowed e => Entry(e, "case.followed", actor, unit: e.For),
        FollowEnded e => Entry(e, "case.follow-ended", actor, unit: e.For),
        ReplySubmitted e => Entry(e, "reply.submitted", actor, e.Routing, e.ApproverUnit),
        ReplyReturned e => Entry(e, "reply.returned", actor, e.Routing, e.ApproverUnit),
        ReplyApproved e => Entry(e, CodeOf(e), actor, e.Routing, e.ApproverUnit),
        HolderActed e => Entry(e, CodeOf(e), actor, e.Routing, e.Unit, e is CasePriorityChanged made ? $"priority={made.Change}" : null),
        CaseReturned e => Entry(e, "case.returned", actor, e.Routing, e.FromUnit, "to=" + Id(e.To)),
        CaseRecalled e => Entry(e, "case.recalled", actor, e.Routing, e.Unit, "from=" + Id(e.RecalledFrom)),
        CaseClosed e => Entry(e, "case.closed", actor),
        _ => OfOpening(happened, actor),
    };

    private static AuditEntry OfOpening(DomainEvent happened, UserId? actor) => happened switch
    {
        JointOpeningAsked e => Entry(e, "identity.joint-asked", actor, unit: e.HiddenAt),
        JointOpeningAllowed e => Entry(e, "identity.joint-allowed", actor, unit: e.HiddenAt, detail: "asked-by=" + Id(e.AskedBy)),
        OpenedJointly e => Entry(e, OpenedTogether, actor, unit: e.HiddenAt, detail: "asked-by=" + Id(e.By) + ";allowed-by=" + Id(e.AllowedBy)),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "No audit code for this event yet."),
    };

    private static string CodeOf(ReplyApproved signed) => signed switch
    {
        { IsProgress: true } => "reply.progress-approved",
        { Notice: NoticeKind.Extension } => "reply.extension-approved",
        { Notice: NoticeKind.Fee } => "reply.fee-approved",
        { Notice: NoticeKind.Withdrawal } => "reply.withdrawal-approved",
        _ => "reply.approved",
    };

    private static string CodeOf(HolderActed happened) => happened switch
    {
        CasePutOnHold => "case.put-on-hold",
        CaseResumed => "case.resumed",
        CasePriorityChanged => "case.priority-changed",
        CaseTopicsChanged => "case.topics-changed",
        CaseItemsChanged => "case.items-changed",
        MailJoined => "case.mail-joined",
        PaperAdded => "case.paper-added",
        FeePaid => "case.fee-paid",
        LetterPosting made => made.IsPosted ? "mail.posted" : "mail.not-posted",
        CitizenToldBySms told => told.IsAgain ? "sms.told-again" : "sms.told",
        LetterLaid => "letter.laid",
        NoticePaper made => made.Step switch { MovementKind.NoticeLaid => "notice.laid", MovementKind.NoticePosted => "notice.posted", _ => "notice.not-posted" },
        CaseAcknowledged => "case.acknowledged",
        AcknowledgingUndone => "case.acknowledging-undone",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "No audit code for this event yet."),
    };

    private static AuditEntry Entry(CaseEvent happened, string action, UserId? actor, RoutingId? routing = null, UnitId? unit = null, string? detail = null) =>
        new() { At = happened.At, Action = action, Actor = actor, CaseId = happened.CaseId, Routing = routing, Unit = unit, Detail = detail };

    // The ledger last: semicolons part the articles within it.
    private static string KindOf(CaseKindChanged e) =>
        string.Create(CultureInfo.InvariantCulture, $"kind={e.Change.Kind};due={e.Change.DueBefore:yyyy-MM-dd}>{e.Change.DueAfter:yyyy-MM-dd}") + (e.Ledger is { } days ? ";ledger=" + days : "");

    private static string RecordOf(CaseRecordCorrected e) => e.Change.ToString().Replace('\n', ';') + (e.Ledger is { } days ? ";ledger=" + days : "");

    private static string Id(UserId person) => person.Value.ToString(CultureInfo.InvariantCulture);

    private static string Id(UnitId unit) => unit.Value.ToString(CultureInfo.InvariantCulture);
}
