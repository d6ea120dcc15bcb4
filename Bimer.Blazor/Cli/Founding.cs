using Bimer.Blazor.Facts;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Cli;

/// <summary>Lays the shipped tree of units into an empty database: <c>init</c>, and the first start in Development.</summary>
public sealed class Founding(IDbContextFactory<BimerDbContext> dbFactory, UnitDirectory directory)
{
    /// <returns>How many units were laid; 0 when there were some already.</returns>
    public async Task<int> LayTreeAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.Units.AnyAsync(ct)) return 0;
        var units = OrganisationTree.Shipped.Units;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Units.AddRange(units.Select(UnitOf));
        db.UnitClosure.AddRange(ClosureOf(units));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await UnitRange.LayAsync(db, ct);
        await transaction.CommitAsync(ct);
        await directory.ReloadAsync(ct);
        return units.Count;
    }

    private static Unit UnitOf(UnitFact fact) => new(fact.Id, fact.DetsisCode, fact.Name, fact.Kind, fact.ParentId)
    {
        Qualifier = fact.Qualifier,
        FunctionalParent = fact.FunctionalParentId,
        Plate = fact.Plate is { } plate ? int.Parse(plate, System.Globalization.CultureInfo.InvariantCulture) : null,
        IsRepresentative = fact.IsRepresentative,
    };

    private static IEnumerable<UnitReach> ClosureOf(IReadOnlyList<UnitFact> units)
    {
        var parents = units.ToDictionary(u => u.Id, u => u.ParentId);
        foreach (var unit in units)
        {
            var depth = 0;
            for (UnitId? superior = unit.Id; superior is { } id; superior = parents[id])
            {
                yield return new UnitReach { Superior = id, Below = unit.Id, Depth = depth++ };
            }
        }
    }
}
