using Bimer.Blazor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Hires the made-up people of a measurement, once for each database.</summary>
public sealed class BulkStaffing(IDbContextFactory<BimerDbContext> dbFactory, UnitDirectory units, WriteGate gate)
{
    /// <summary>The staff; without boxes when it was hired before, for the sizes of those boxes are promised exactly.</summary>
    internal async Task<BulkStaff> HireAsync(BulkPlan plan, DateOnly today, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var first = BulkStaff.First(units);
        if (await db.Officers.AnyAsync(o => o.Id == first, ct)) return new BulkStaff(units, [], today);

        var staff = new BulkStaff(units, plan.FittingBoxes, today);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(staff.Rows);
        using var turn = await gate.EnterAsync(ct);
        await db.SaveChangesAsync(ct);
        return staff;
    }
}
