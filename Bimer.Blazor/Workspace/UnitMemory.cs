using System.Text.Json;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>The units somebody sends to again and again: those with a star of theirs, and those they sent to last, the newest first.</summary>
public sealed record KeptUnits(IReadOnlyList<UnitId> Stars, IReadOnlyList<UnitId> Recent)
{
    public static readonly KeptUnits None = new([], []);
}

/// <summary>Keeps them (S37): each person's own, the same on every device; nothing of a case.</summary>
public sealed class UnitMemory(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    public const int MostStars = 30;
    public const int MostRecent = 8;
    private const string StarKey = "unit-stars";
    private const string RecentKey = "unit-recent";
    private const int MostRounds = 3;

    public async Task<KeptUnits> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return KeptUnits.None;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var kept = await db.OfficerPreferences.AsNoTracking().Where(p => p.Officer == actor.UserId && (p.Key == StarKey || p.Key == RecentKey)).ToListAsync(ct);
        return new KeptUnits(UnitsOf(kept.Find(p => p.Key is StarKey)), UnitsOf(kept.Find(p => p.Key is RecentKey)));
    }

    /// <summary>Sets or takes the star of a unit; of more than <see cref="MostStars"/> the oldest goes.</summary>
    public Task<Outcome> StarAsync(UnitId unit, bool isStarred, CancellationToken ct) =>
        ChangeAsync(StarKey, kept => isStarred ? [.. kept.Where(u => u != unit).TakeLast(MostStars - 1), unit] : [.. kept.Where(u => u != unit)], ct);

    /// <summary>Something was sent to these.</summary>
    public Task<Outcome> UsedAsync(IReadOnlyCollection<UnitId> units, CancellationToken ct) => units.Count == 0
        ? Task.FromResult(Outcome.Accepted)
        : ChangeAsync(RecentKey, kept => [.. units.Concat(kept).Distinct().Take(MostRecent)], ct);

    private async Task<Outcome> ChangeAsync(string key, Func<IReadOnlyList<UnitId>, IReadOnlyList<UnitId>> change, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                await using var db = await dbFactory.CreateDbContextAsync(ct);
                var kept = await db.OfficerPreferences.SingleOrDefaultAsync(p => p.Officer == actor.UserId && p.Key == key, ct);
                var changed = change(UnitsOf(kept));
                if (kept is null) db.Add(kept = new OfficerPreference { Officer = actor.UserId, Key = key });
                kept.Value = JsonSerializer.Serialize(changed.Select(unit => unit.Value));
                await db.SaveChangesAsync(CancellationToken.None);
                return Outcome.Accepted;
            }
            catch (Exception fault) when (fault is DbUpdateException || fault.IsPassing())
            {
                // Another window was first, or the database is busy; the work itself does not hang on it.
            }
        }

        return new Refusal.ChangedMeanwhile();
    }

    private static IReadOnlyList<UnitId> UnitsOf(OfficerPreference? kept)
    {
        try
        {
            return kept is null ? [] : [.. (JsonSerializer.Deserialize<int[]>(kept.Value) ?? []).Select(id => new UnitId(id))];
        }
        catch (JsonException)
        {
            return [];   // of another edition of the program
        }
    }
}
