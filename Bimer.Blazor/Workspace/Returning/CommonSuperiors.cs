using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Returning;

/// <summary>Finds the unit that stands above two who keep giving a case back to each other (ortak üst kurum).</summary>
public sealed class CommonSuperiors(UnitDirectory units)
{
    /// <summary>
    /// The nearest unit above both that has officers and that the case may reach; BİMER Merkezi takes the place of the root. None when
    /// nothing is left, or when what is left is one of the two.
    /// </summary>
    /// <param name="excluded">The units the case must not reach (gönderilmeyecek kurum).</param>
    public async Task<UnitId?> OfAsync(BimerDbContext db, UnitId one, UnitId other, IReadOnlyCollection<UnitId> excluded, DateOnly today, CancellationToken ct)
    {
        var above = units.LineageOf(other).SelfAndAbove;
        var common = units.LineageOf(one).SelfAndAbove.Where(above.Contains).Append(units.Centre.Id)
            .Where(u => u != one && u != other && units.LineageOf(u) is { TakesCases: true } line && !excluded.Any(line.IsWithin)).ToList();
        var staffed = await db.StaffedAsync(common, today, ct);
        return common.Where(staffed.Contains).Select(u => (UnitId?)u).FirstOrDefault();
    }
}
