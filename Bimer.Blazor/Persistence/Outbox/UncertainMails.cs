using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>
/// Ends by a person's decision what a machine cannot, of a mail that is uncertain or did not arrive: the row, the audit and the remembered command in one transaction. The
/// holder is taken off the row, so that a courier that was only slow cannot overrule the person afterwards.
/// </summary>
public sealed class UncertainMails(Committer committer, LiveFeed feed, TimeProvider clock)
{
    /// <summary>What stands in <see cref="OutboxMessage.LastAnswer"/> of a mail that a person counted as sent.</summary>
    public const string Counted = "counted";

    public async Task<Outcome> ResolveAsync(BimerDbContext db, CommandStamp stamp, RoutingId routing, MailDecision decision, CancellationToken ct)
    {
        var mail = await db.OutboxMessages.SingleOrDefaultAsync(m => m.Routing == routing && m.Kind == OutboxKind.ReplyMail, ct);
        if (mail is null || !IsOpenTo(decision, mail.Status))
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

    /// <summary>The same within an act on the case, which commits and records it (postalandı, postalanmadı).</summary>
    internal static async Task<Outcome> DecideAsync(BimerDbContext db, (RoutingId Routing, OutboxKind Kind) about, MailDecision decision, DateTimeOffset now, CancellationToken ct)
    {
        var (routing, kind) = about;
        var mail = await db.OutboxMessages.SingleOrDefaultAsync(m => m.Routing == routing && m.Kind == kind, ct);
        if (mail is null || (kind == OutboxKind.ForwardMail && mail.Status == OutboxStatus.Uncertain) || !IsOpenTo(decision, mail.Status)) return new Refusal.MailNotUncertain();
        Decide(mail, decision, now);
        return Outcome.Accepted;
    }

    /// <summary>Rings whoever shows it.</summary>
    internal void Tell(CaseId id) => feed.Publish([LiveTopic.Case(id), LiveTopic.UncertainMails]);

    /// <summary>What a person may decide of a mail that stands so: nobody counts as sent what a server gave back, nothing goes by post that arrived.</summary>
    private static bool IsOpenTo(MailDecision decision, OutboxStatus status) => status switch
    {
        OutboxStatus.Posted => decision == MailDecision.NotPosted,
        OutboxStatus.Uncertain => decision != MailDecision.NotPosted,
        OutboxStatus.Returned or OutboxStatus.Failed => decision is MailDecision.SendAgain or MailDecision.Posted,
        OutboxStatus.NoAddress => decision == MailDecision.Posted,
        _ => false,
    };

    private static void Decide(OutboxMessage mail, MailDecision decision, DateTimeOffset now)
    {
        (mail.LeasedBy, mail.LeasedUntil) = (null, null);
        if (decision == MailDecision.CountAsSent) (mail.Status, mail.DecidedAt, mail.LastAnswer) = (OutboxStatus.Sent, now, Counted);
        else if (decision == MailDecision.Posted) (mail.Status, mail.DecidedAt) = (OutboxStatus.Posted, now);
        else if (decision == MailDecision.NotPosted) (mail.Status, mail.DecidedAt) = (StandingBefore(mail.LastAnswer), now);
        else
        {
            // Of one that was tried to its end the tries begin anew; of an uncertain one they go on.
            if (mail.Status != OutboxStatus.Uncertain) mail.Attempts = 0;
            (mail.Status, mail.DecidedAt, mail.NextAttemptAt) = (OutboxStatus.Queued, null, now);
        }
    }

    /// <summary>Where it stood before it went by post says its last answer: a code of three figures, one with dots, none for want of an address.</summary>
    private static OutboxStatus StandingBefore(string? answer) => answer switch
    {
        null or OutboxMessage.AnswerNoAddress => OutboxStatus.NoAddress,
        _ when answer.Contains('.', StringComparison.Ordinal) => OutboxStatus.Returned,
        _ when answer.All(char.IsAsciiDigit) => OutboxStatus.Failed,
        _ => OutboxStatus.Uncertain,
    };

    private static AuditEntry Fact(OutboxMessage mail, MailDecision decision, UserId? actor, DateTimeOffset now) => new()
    {
        At = now, Actor = actor, CaseId = mail.CaseId, Routing = mail.Routing,
        Action = decision == MailDecision.CountAsSent ? "mail.counted-as-sent" : "mail.sent-again",
    };
}
