using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>Tells a screen where nobody works before anything is sent there. Who works where is public inside the workspace.</summary>
public sealed class UnitStaffing(IDbContextFactory<BimerDbContext> dbFactory, DesertedUnits deserted, TimeProvider clock)
{
    /// <inheritdoc cref="DesertedUnits.AmongAsync"/>
    public async Task<IReadOnlyDictionary<UnitId, Deserted>> DesertedAsync(IReadOnlyCollection<UnitId> asked, UnitId? sender, IReadOnlyCollection<UnitId> excluded, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await deserted.AmongAsync(db, asked, sender, excluded, IstanbulTime.LegalDay(clock.GetUtcNow()), ct);
    }
}
