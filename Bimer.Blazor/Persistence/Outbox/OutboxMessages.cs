using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>Which happenings must reach somebody outside.</summary>
internal static class OutboxMessages
{
    public static IEnumerable<OutboxMessage> Of(DomainEvent happened) => happened switch
    {
        CaseFiled e => [Message(OutboxKind.ReceiptSms, e.CaseId, null, e.At)],
        ReplyApproved e => [Message(OutboxKind.ReplyMail, e.CaseId, e.Routing, e.At), Message(OutboxKind.ReplySms, e.CaseId, e.Routing, e.At)],
        _ => [],
    };

    private static OutboxMessage Message(OutboxKind kind, CaseId caseId, RoutingId? routing, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), Kind = kind, CaseId = caseId, Routing = routing, CreatedAt = at, NextAttemptAt = at };
}
