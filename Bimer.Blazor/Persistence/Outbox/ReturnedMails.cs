using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Audit;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>What became of the news that a mail came back.</summary>
public enum MailReturn
{
    /// <summary>Written down now.</summary>
    Noted,

    /// <summary>It is on its way still, or again: the news is true and comes too early.</summary>
    TooEarly,

    /// <summary>Known already, ended otherwise by a person, or none of ours.</summary>
    Nothing,
}

/// <summary>Writes down that a mail came back (geri döndü). A code alone: what a server says in words quotes the address.</summary>
public sealed class ReturnedMails(IDbContextFactory<BimerDbContext> dbFactory, LiveFeed feed, TimeProvider clock)
{
    /// <param name="code">As of RFC 3463, <c>5.1.1</c>.</param>
    public async Task<MailReturn> NoteAsync(Guid message, string code, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var noted = await db.OutboxMessages
            .Where(m => m.Id == message && (m.Kind == OutboxKind.ReplyMail || m.Kind == OutboxKind.ForwardMail) && (m.Status == OutboxStatus.Sent || m.Status == OutboxStatus.Uncertain))
            .ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, OutboxStatus.Returned).SetProperty(m => m.LastAnswer, code).SetProperty(m => m.DecidedAt, now)
                .SetProperty(m => m.LeasedBy, (Guid?)null).SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null), ct);
        var mail = await db.OutboxMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == message, ct);
        if (mail is null) return MailReturn.Nothing;
        if (noted == 0) return mail.Status is OutboxStatus.Queued or OutboxStatus.Leased or OutboxStatus.Started ? MailReturn.TooEarly : MailReturn.Nothing;
        db.Add(new AuditEntry { At = now, Action = "mail.returned", CaseId = mail.CaseId, Routing = mail.Routing });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        feed.Publish([LiveTopic.Case(mail.CaseId), LiveTopic.UncertainMails]);
        return MailReturn.Noted;
    }
}
