using Bimer.Blazor.Persistence.Catalogue;
using Bimer.Blazor.Persistence.Holidays;

namespace Bimer.Blazor.Persistence;

/// <summary>What everybody reads all day and few ever change, held in memory and read once before the first request.</summary>
public sealed class HeldTables(UnitDirectory units, HolidayBook holidays, CatalogueBook catalogue)
{
    public async Task ReloadAsync(CancellationToken ct)
    {
        await units.ReloadAsync(ct);
        await holidays.ReloadAsync(ct);
        await catalogue.ReloadAsync(ct);
    }
}
