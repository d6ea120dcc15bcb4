using System.Runtime.CompilerServices;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The shared box of a unit the person is an officer of: what nobody has opened yet (Kurum Kutusu, S21).</summary>
public sealed class UnitInboxQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, SharedReads shared, TimeProvider clock)
{
    // What is on the screen most of the day; the further pages are asked for rarely.
    private static readonly BoxSlice _first = new();
    private static readonly KeptQuery<UnitId, BoxRow> _firstPage = new((db, actor, unit) =>
        db.RowsOf(BoxOf(db, actor, unit).OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(_first.Reach)).AsNoTracking());

    private static readonly KeptQuery<UnitId, int> _count = new((db, actor, unit) =>
        CountOf(db.Officers.Where(o => o.Id == actor.UserId), BoxOf(db, actor, unit)));

    /// <summary>None when the person signed out or is no officer of the unit: there is no such box for them.</summary>
    public async Task<BoxPage?> ReadAsync(UnitId unit, BoxSlice slice, CancellationToken ct) =>
        await currentActor.GetAsync(ct) is { } actor && actor.Is(OfficerRole.CaseOfficer, unit) ? await PageAsync(actor, unit, slice, ct) : null;

    /// <summary>
    /// The same after a bell. A thousand people may watch one unit: those who may see the same share one read. Whose rights are the
    /// same is asked of each of them first, and a read that is shared began after the last of them had asked.
    /// </summary>
    public async Task<BoxPage?> ReadAgainAsync(UnitId unit, BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAfterBellAsync(ct) is not { } actor || !actor.Is(OfficerRole.CaseOfficer, unit)) return null;
        return await shared.ReadAsync((nameof(UnitInboxQuery), unit, slice, RightsSignature.Of(actor)), () => PageAsync(actor, unit, slice, CancellationToken.None), ct);
    }

    private async Task<BoxPage> PageAsync(Actor actor, UnitId unit, BoxSlice slice, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (slice != _first) return await BoxOf(db, actor, new StrongBox<UnitId>(unit)).ReadAsync(db.RowsOf, slice, clock.GetUtcNow(), ct);
        var rows = await _firstPage.Read(db, actor, unit).ToListAsync(ct);
        return await BoxReader.FinishAsync(rows, () => _count.Read(db, actor, unit).SingleAsync(ct).AsTask(), slice, clock.GetUtcNow());
    }

    private static IQueryable<Routing> BoxOf(BimerDbContext db, Actor actor, StrongBox<UnitId> unit) =>
        db.RoutingsAt(unit, actor).Where(r => r.State == RoutingState.Waiting);

    private static IQueryable<int> CountOf(IQueryable<Officer> person, IQueryable<Routing> box) =>
        person.Select(_ => box.Take(BoxPage.MostCounted).Count());
}
