using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>
/// Ends the uncertainty about one mail by a person's decision: the row, the audit and the remembered command in one transaction. The
/// holder is taken off the row, so that a courier that was only slow cannot overrule the person afterwards.
/// </summary>
public sealed class UncertainMails(Committer committer, LiveFeed feed, TimeProvider clock)
{
    /// <summary>What stands in <see cref="OutboxMessage.LastAnswer"/> of a mail that a person counted as sent.</summary>
    public const string Counted = "counted";

    public async Task<Outcome> ResolveAsync(BimerDbContext db, CommandStamp stamp, RoutingId routing, UncertainMailDecision decision, CancellationToken ct)
    {
        var mail = await db.OutboxMessages.SingleOrDefaultAsync(m => m.Routing == routing && m.Kind == OutboxKind.ReplyMail, ct);
        if (mail is not { Status: OutboxStatus.Uncertain })
            return await Committer.WasDoneAsync(db, stamp, ct) ? Outcome.Accepted : new Refusal.MailNotUncertain();

        Decide(mail, decision, clock.GetUtcNow());
        db.Add(Fact(mail, decision, stamp.Actor, clock.GetUtcNow()));
        var result = await committer.CommitAsync(db, stamp, ct);
        if (result == CommitResult.Committed) feed.Publish([LiveTopic.Case(mail.CaseId), LiveTopic.Outbox, LiveTopic.UncertainMails]);
        return result switch
        {
            CommitResult.Committed or CommitResult.Repeated => Outcome.Accepted,
            _ => result.WhyNot() ?? new Refusal.MailNotUncertain(),   // whoever was first ended the uncertainty
        };
    }

    private static void Decide(OutboxMessage mail, UncertainMailDecision decision, DateTimeOffset now)
    {
        (mail.LeasedBy, mail.LeasedUntil) = (null, null);
        if (decision == UncertainMailDecision.CountAsSent) (mail.Status, mail.DecidedAt, mail.LastAnswer) = (OutboxStatus.Sent, now, Counted);
        else (mail.Status, mail.DecidedAt, mail.NextAttemptAt) = (OutboxStatus.Queued, null, now);
    }

    private static AuditEntry Fact(OutboxMessage mail, UncertainMailDecision decision, UserId? actor, DateTimeOffset now) => new()
    {
        At = now, Action = decision == UncertainMailDecision.CountAsSent ? "mail.counted-as-sent" : "mail.sent-again",
        Actor = actor, CaseId = mail.CaseId, Routing = mail.Routing,
    };
}
