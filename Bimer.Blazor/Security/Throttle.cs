using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Security;

/// <summary>What tries are counted by; the value is stored as a keyed hash.</summary>
/// <param name="Scope">A short code such as <c>signin-account</c>.</param>
public readonly record struct ThrottleKey(string Scope, string Value);

/// <summary>
/// Counts tries in fixed windows, in the database: a restart or a second node forgets nothing. A try is counted before it is made,
/// so that a thousand at once are not all the first.
/// </summary>
public sealed class Throttle(IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate, LookupHash lookup, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>The counts with this try included, in the order of the keys. Keep one order everywhere: PostgreSQL locks the rows in it.</summary>
    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<ThrottleKey> keys, TimeSpan window, CancellationToken ct)
    {
        var start = StartOf(window);
        var counts = new List<int>(keys.Count);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var key in keys) counts.Add(await CountAsync(db, key, start, ct));
        // The first try of a window pays for forgetting the old ones.
        if (counts.Contains(1)) await ForgetAsync(db, start - Kept, ct);
        await transaction.CommitAsync(ct);
        return counts;
    }

    /// <summary>Takes a try back: it turned out to be rightful.</summary>
    public async Task TakeBackAsync(IReadOnlyList<ThrottleKey> keys, TimeSpan window, CancellationToken ct)
    {
        var start = StartOf(window);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        using var turn = await gate.EnterAsync(ct);
        foreach (var key in keys)
        {
            var hash = HashOf(key);
            await db.ThrottleCounters.Where(c => c.Scope == key.Scope && c.KeyHash == hash && c.WindowStart == start && c.Count > 0)
                .ExecuteUpdateAsync(row => row.SetProperty(c => c.Count, c => c.Count - 1), ct);
        }
    }

    /// <summary>Until the counts begin anew.</summary>
    public TimeSpan LeftOf(TimeSpan window) => StartOf(window) + window - clock.GetUtcNow();

    private DateTimeOffset StartOf(TimeSpan window)
    {
        var now = clock.GetUtcNow().UtcTicks;
        return new DateTimeOffset(now - (now % window.Ticks), TimeSpan.Zero);
    }

    private byte[] HashOf(ThrottleKey key) => lookup.Of(LookupPurpose.NationalId, key.Scope, key.Value);

    private async Task<int> CountAsync(BimerDbContext db, ThrottleKey key, DateTimeOffset start, CancellationToken ct)
    {
        var found = await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO throttle_counters (scope, key_hash, window_start, count) VALUES ({key.Scope}, {HashOf(key)}, {start.UtcTicks}, 1)
            ON CONFLICT (scope, key_hash, window_start) DO UPDATE SET count = throttle_counters.count + 1
            RETURNING count AS "Value"
            """).ToListAsync(ct);
        return found[0];
    }

    private static Task<int> ForgetAsync(BimerDbContext db, DateTimeOffset before, CancellationToken ct) =>
        db.ThrottleCounters.Where(c => c.WindowStart < before).ExecuteDeleteAsync(ct);
}
