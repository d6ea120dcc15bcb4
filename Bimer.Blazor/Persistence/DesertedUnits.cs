using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Units where nobody could open a case today (kullanıcısız birim), and who stands in for them.</summary>
public sealed class DesertedUnits(UnitDirectory units)
{
    /// <summary>Those of these units that have no officer today, each with the nearest unit above it that has; asked of the database, which alone knows.</summary>
    /// <param name="sender">Never proposed: nobody sends to themselves.</param>
    /// <param name="excluded">Units the case must not reach (gönderilmeyecek kurum): never proposed, nor what lies below them.</param>
    public async Task<IReadOnlyDictionary<UnitId, Deserted>> AmongAsync(
        BimerDbContext db, IReadOnlyCollection<UnitId> asked, UnitId? sender, IReadOnlyCollection<UnitId> excluded, DateOnly today, CancellationToken ct)
    {
        if (asked.Count == 0) return new Dictionary<UnitId, Deserted>();
        var above = asked.Distinct().ToDictionary(unit => unit, unit => AboveOf(unit, sender, excluded));
        var staffed = await db.StaffedAsync([.. above.Keys.Concat(above.Values.SelectMany(line => line)).Distinct()], today, ct);
        return above.Where(unit => !staffed.Contains(unit.Key))
            .ToDictionary(unit => unit.Key, unit => new Deserted(unit.Value.Where(staffed.Contains).Select(u => (UnitId?)u).FirstOrDefault()));
    }

    private List<UnitId> AboveOf(UnitId unit, UnitId? sender, IReadOnlyCollection<UnitId> excluded) =>
    [
        .. units.LineageOf(unit).SelfAndAbove.Skip(1).Append(units.Centre.Id)
            .Where(above => above != sender && above != unit && units.LineageOf(above) is { TakesCases: true } line && !excluded.Any(line.IsWithin)),
    ];
}

/// <summary>Who works where today.</summary>
internal static class Staffing
{
    extension(BimerDbContext db)
    {
        /// <summary>Those of these units where an active officer may open what lies there.</summary>
        public Task<HashSet<UnitId>> StaffedAsync(IReadOnlyCollection<UnitId> units, DateOnly today, CancellationToken ct) =>
            db.RoleAssignments.AsNoTracking()
                .Where(a => units.Contains(a.Unit) && a.Role == OfficerRole.CaseOfficer && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)
                    && db.Officers.Any(o => o.Id == a.Officer && o.IsActive))
                .Select(a => a.Unit).Distinct().ToHashSetAsync(ct);
    }
}
