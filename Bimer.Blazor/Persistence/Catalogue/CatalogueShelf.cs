using System.Globalization;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Catalogue;

/// <summary>Keeps changes of the units' services, and reads them as they were kept.</summary>
public sealed class CatalogueShelf(IDbContextFactory<BimerDbContext> dbFactory, Committer committer)
{
    // Of two who change one list at once the second is asked again over what the first left.
    private const int MostTries = 3;

    /// <param name="decide">What becomes of the list as it stands, told by its changes.</param>
    /// <returns>What the decision refuses; <see cref="Refusal.ChangedMeanwhile"/> where others were first again and again.</returns>
    public async Task<Outcome> ChangeAsync(UnitId unit, Func<IReadOnlyList<CatalogueChange>, Outcome<CatalogueChange>> decide, Actor actor, CommandStamp stamp, DateTimeOffset now, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (await Committer.WasDoneAsync(db, stamp, ct)) return Outcome.Accepted;
            var kept = await db.CatalogueChanges.AsNoTracking().Where(c => c.Unit == unit).OrderBy(c => c.Sequence).ToListAsync(ct);
            var decided = decide([.. kept.Select(c => c.Change)]);
            if (decided.Value is not { } change) return decided.Refusal!;
            var (sequence, by) = ((kept.Count == 0 ? 0 : kept[^1].Sequence) + 1, actor.UserId);
            db.Add(new KeptCatalogueChange { Unit = unit, Sequence = sequence, Act = change.Act, Code = change.Code, Name = change.Name, Was = change.Was, By = by, At = now });
            db.Add(new AuditEntry { At = now, Action = "catalogue.changed", Actor = by, Detail = string.Create(CultureInfo.InvariantCulture, $"unit={unit.Value};change={sequence};act={change.Act};code={change.Code}") });
            var result = await committer.CommitAsync(db, stamp, ct);
            if (result is CommitResult.Committed or CommitResult.Repeated) return Outcome.Accepted;
            if (result is not CommitResult.LostRace) return result.WhyNot()!;
        }

        return new Refusal.ChangedMeanwhile();
    }

    /// <summary>Who changed what, the latest first.</summary>
    public async Task<IReadOnlyList<KeptCatalogueChange>> HistoryAsync(UnitId unit, int most, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.CatalogueChanges.AsNoTracking().Where(c => c.Unit == unit).OrderByDescending(c => c.Sequence).Take(most).ToListAsync(ct);
    }
}
