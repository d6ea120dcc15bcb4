using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The shared box of a unit the person is an officer of: what nobody has opened yet (Kurum Kutusu, S21).</summary>
public sealed class UnitInboxQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, SharedReads shared, TimeProvider clock)
{
    /// <summary>None when the person signed out or is no officer of the unit: there is no such box for them.</summary>
    public async Task<BoxPage?> ReadAsync(UnitId unit, BoxSlice slice, CancellationToken ct) =>
        await currentActor.GetAsync(ct) is { } actor && actor.Is(OfficerRole.CaseOfficer, unit) ? await PageAsync(actor, unit, slice, ct) : null;

    /// <summary>
    /// The same after a bell. A thousand people may watch one unit: those who may see the same share one read. Whose rights are the
    /// same is asked of each of them first, and a read that is shared began after the last of them had asked.
    /// </summary>
    public async Task<BoxPage?> ReadAgainAsync(UnitId unit, BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor || !actor.Is(OfficerRole.CaseOfficer, unit)) return null;
        return await shared.ReadAsync((nameof(UnitInboxQuery), unit, slice, RightsSignature.Of(actor)), () => PageAsync(actor, unit, slice, CancellationToken.None), ct);
    }

    private async Task<BoxPage> PageAsync(Actor actor, UnitId unit, BoxSlice slice, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var box = db.RoutingsAt(unit, actor).Where(r => r.State == RoutingState.Waiting);
        return await db.ReadAsync(box, slice, clock.GetUtcNow(), ct);
    }
}
