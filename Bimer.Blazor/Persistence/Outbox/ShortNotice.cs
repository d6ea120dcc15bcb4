using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>
/// How a citizen whose answer did not arrive by e-mail is told of it by phone (SMS ile haber): the short message that leaves with every answer, and the one somebody sends
/// once they see that the mail did not arrive. One of those an answer; it leaves again, as the same message, only while it did not surely arrive.
/// </summary>
internal sealed record ShortNotice(OutboxMessage? Mail, OutboxMessage? WithTheAnswer, OutboxMessage? Later)
{
    public static readonly OutboxKind[] Kinds = [OutboxKind.ReplyMail, OutboxKind.ReplySms, OutboxKind.NoticeSms];

    /// <summary>What tells most of how the citizen was reached; none where nothing was ever sent.</summary>
    public OutboxMessage? Newest => Later ?? WithTheAnswer;

    /// <summary>None where the citizen may be told now.</summary>
    public Refusal? WhyNot =>
        Mail is not { Status: OutboxStatus.NoAddress or OutboxStatus.Failed or OutboxStatus.Returned } ? new Refusal.NoticeNeedless()
        : Newest is { Status: OutboxStatus.NoAddress } ? new Refusal.NoVerifiedPhone()
        : Told is { } told ? new Refusal.AlreadyToldBySms(told.DecidedAt ?? told.CreatedAt)
        : null;

    /// <summary>
    /// What told, or tells, the citizen where the answer is. What left with the answer names the e-mail too: to whoever has an address to which the mail did not come,
    /// it has not said it.
    /// </summary>
    private OutboxMessage? Told => Later is not null || Mail is { Status: OutboxStatus.NoAddress } ? Newest is { Status: OutboxStatus.Failed or OutboxStatus.Uncertain } ? null : Newest : null;

    public static ShortNotice Of(RoutingId routing, IEnumerable<OutboxMessage> messages)
    {
        var own = messages.Where(m => m.Routing == routing).ToList();
        return new ShortNotice(One(OutboxKind.ReplyMail), One(OutboxKind.ReplySms), One(OutboxKind.NoticeSms));

        OutboxMessage? One(OutboxKind kind) => own.Find(m => m.Kind == kind);
    }

    public static async Task<ShortNotice> ReadAsync(BimerDbContext db, RoutingId routing, CancellationToken ct) =>
        Of(routing, await db.OutboxMessages.Where(m => m.CaseId == routing.CaseId && m.Routing == routing && Kinds.Contains(m.Kind)).ToListAsync(ct));

    /// <summary>Back into the queue, as the same message.</summary>
    public static void SendAgain(OutboxMessage later, DateTimeOffset now)
    {
        (later.Status, later.DecidedAt, later.NextAttemptAt, later.Attempts) = (OutboxStatus.Queued, null, now, 0);
        (later.LeasedBy, later.LeasedUntil) = (null, null);   // a courier that was only slow settles nothing afterwards
    }
}
