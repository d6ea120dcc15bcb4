using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>Which happenings must reach somebody outside.</summary>
internal static class OutboxMessages
{
    public static IEnumerable<OutboxMessage> Of(DomainEvent happened) => happened switch
    {
        CaseFiled e => [Message(OutboxKind.ReceiptSms, e.CaseId, null, e.At)],
        ReplyApproved { HasNoVerdict: true } e => [Message(OutboxKind.ReplyMail, e.CaseId, e.Routing, e.At)],   // the short message says that the answer is there
        ReplyApproved e => [Message(OutboxKind.ReplyMail, e.CaseId, e.Routing, e.At), Message(OutboxKind.ReplySms, e.CaseId, e.Routing, e.At)],
        CitizenToldBySms { IsAgain: false } e => [Message(OutboxKind.NoticeSms, e.CaseId, e.Routing, e.At)],
        CaseForwarded e => e.Elsewhere.Select(sent => Message(OutboxKind.ForwardMail, e.CaseId, sent.Leg, e.At, sent.TellAfter)),
        OpenedJointly e => [Message(OutboxKind.OpenedNotice, e.CaseId, null, e.At)],
        _ => [],
    };

    private static OutboxMessage Message(OutboxKind kind, CaseId caseId, RoutingId? routing, DateTimeOffset at, DateTimeOffset? notBefore = null) =>
        new() { Id = Guid.CreateVersion7(at), Kind = kind, CaseId = caseId, Routing = routing, CreatedAt = at, NextAttemptAt = notBefore ?? at };
}
