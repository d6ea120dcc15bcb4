using System.Linq.Expressions;
using Bimer.Blazor.Live;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>One message in the hands of one courier.</summary>
/// <param name="Holder">Unique to this taking: a courier that lost it cannot mistake somebody else's for its own.</param>
/// <param name="Attempt">From 1.</param>
public sealed record OutboxLease(OutboxMessage Message, Guid Holder, int Attempt);

/// <summary>How an attempt ended.</summary>
/// <param name="Answer">The server's three digits or a short code of ours; never its text.</param>
/// <param name="Pause">For <see cref="OutboxStatus.Queued"/>: the time before the next attempt.</param>
public sealed record OutboxResult(OutboxStatus Status, string Answer, TimeSpan Pause = default);

/// <summary>
/// Who may touch an outbox row. Every step is one conditional update, so that of two couriers, in one process or in two, one goes
/// on and the other is told that it lost.
/// </summary>
public sealed class OutboxLeases(IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate, LiveFeed feed, TimeProvider clock)
{
    // Enough that couriers who look at once find different ones.
    private const int LookAhead = 16;

    /// <summary>The message that has waited longest and is due, leased; none when nothing is due.</summary>
    public async Task<OutboxLease?> TakeNextAsync(IReadOnlyCollection<OutboxKind> kinds, TimeSpan lease, CancellationToken ct)
    {
        while (await DueAsync(kinds, ct) is { Count: > 0 } due)
        {
            foreach (var message in due)
            {
                var holder = Guid.NewGuid();
                var until = clock.GetUtcNow() + lease;
                var taken = await UpdateAsync(m => m.Id == message.Id && m.Status == OutboxStatus.Queued,
                    row => row.SetProperty(m => m.Status, OutboxStatus.Leased).SetProperty(m => m.LeasedBy, holder)
                        .SetProperty(m => m.LeasedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct);
                if (taken == 1) return new OutboxLease(message, holder, message.Attempts + 1);
            }
        }

        return null;
    }

    /// <summary>The fence: true when this courier may let the body leave, and that it may is then durable. False: it must not send.</summary>
    public async Task<bool> TryStartAsync(OutboxLease held, TimeSpan lease, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await UpdateAsync(
            m => m.Id == held.Message.Id && m.LeasedBy == held.Holder && m.Status == OutboxStatus.Leased && m.LeasedUntil > now,
            row => row.SetProperty(m => m.Status, OutboxStatus.Started).SetProperty(m => m.LeasedUntil, now + lease), ct) == 1;
    }

    /// <summary>Holds on while the conversation lasts; false when it is held no more.</summary>
    public async Task<bool> TryRenewAsync(OutboxLease held, TimeSpan lease, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await UpdateAsync(
            m => m.Id == held.Message.Id && m.LeasedBy == held.Holder && (m.Status == OutboxStatus.Leased || m.Status == OutboxStatus.Started) && m.LeasedUntil > now,
            row => row.SetProperty(m => m.LeasedUntil, now + lease), ct) == 1;
    }

    /// <summary>
    /// Writes how it ended. A row that was called uncertain meanwhile still hears the truth from the courier that knows it; a row
    /// that a person decided, or another courier holds, does not.
    /// </summary>
    public async Task<bool> TrySettleAsync(OutboxLease held, OutboxResult result, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (next, decided) = (now + result.Pause, result.Status == OutboxStatus.Queued ? (DateTimeOffset?)null : now);
        var settled = await UpdateAsync(
            m => m.Id == held.Message.Id && m.LeasedBy == held.Holder
                && (m.Status == OutboxStatus.Leased || m.Status == OutboxStatus.Started || m.Status == OutboxStatus.Uncertain),
            row => row.SetProperty(m => m.Status, result.Status).SetProperty(m => m.LastAnswer, result.Answer).SetProperty(m => m.NextAttemptAt, next)
                .SetProperty(m => m.DecidedAt, decided).SetProperty(m => m.LeasedBy, (Guid?)null).SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null), ct) == 1;
        if (settled) feed.Publish([LiveTopic.Case(held.Message.CaseId), LiveTopic.UncertainMails]);   // also one that was called uncertain and has arrived
        return settled;
    }

    /// <summary>
    /// What a courier left behind that is no more: not started goes back to the queue, started is uncertain. The
    /// holder stays written on those, see <see cref="TrySettleAsync"/>. Returns how many became uncertain.
    /// </summary>
    public async Task<int> RecoverAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var abandoned = await db.OutboxMessages.AsNoTracking()
            .Where(m => (m.Status == OutboxStatus.Leased || m.Status == OutboxStatus.Started) && m.LeasedUntil <= now).ToListAsync(ct);
        var uncertain = new List<CaseId>();
        foreach (var message in abandoned)
        {
            if (message.Status == OutboxStatus.Leased) await PutBackAsync(message, now, ct);
            else if (await CallUncertainAsync(message, now, ct)) uncertain.Add(message.CaseId);
        }

        if (uncertain.Count > 0) feed.Publish(uncertain.Select(LiveTopic.Case).Append(LiveTopic.UncertainMails));
        return uncertain.Count;
    }

    private Task<int> PutBackAsync(OutboxMessage message, DateTimeOffset now, CancellationToken ct) => UpdateAsync(
        m => m.Id == message.Id && m.LeasedBy == message.LeasedBy && m.Status == OutboxStatus.Leased && m.LeasedUntil <= now,
        row => row.SetProperty(m => m.Status, OutboxStatus.Queued).SetProperty(m => m.LeasedBy, (Guid?)null)
            .SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null).SetProperty(m => m.NextAttemptAt, now), ct);

    private async Task<bool> CallUncertainAsync(OutboxMessage message, DateTimeOffset now, CancellationToken ct) => await UpdateAsync(
        m => m.Id == message.Id && m.LeasedBy == message.LeasedBy && m.Status == OutboxStatus.Started && m.LeasedUntil <= now,
        row => row.SetProperty(m => m.Status, OutboxStatus.Uncertain).SetProperty(m => m.LastAnswer, "crashed").SetProperty(m => m.DecidedAt, now), ct) == 1;

    private async Task<List<OutboxMessage>> DueAsync(IReadOnlyCollection<OutboxKind> kinds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.OutboxMessages.AsNoTracking()
            .Where(m => m.Status == OutboxStatus.Queued && m.NextAttemptAt <= now && kinds.Contains(m.Kind))
            .OrderBy(m => m.NextAttemptAt).Take(LookAhead).ToListAsync(ct);
    }

    private async Task<int> UpdateAsync(
        Expression<Func<OutboxMessage, bool>> which, Action<UpdateSettersBuilder<OutboxMessage>> set, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        using var turn = await gate.EnterAsync(ct);
        // The answer must be known once asked: a stop does not leave a row in a state nobody remembers.
        return await db.OutboxMessages.Where(which).ExecuteUpdateAsync(set, CancellationToken.None);
    }
}
