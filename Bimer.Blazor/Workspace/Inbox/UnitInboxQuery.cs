using System.Runtime.CompilerServices;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The shared box of a unit the person is an officer of: what nobody has opened yet (Kurum Kutusu, S21).</summary>
public sealed class UnitInboxQuery(BoxDatabase database, ICurrentActor currentActor, SharedReads shared, DueDays dues, TimeProvider clock)
{
    // What is on the screen most of the day; the further pages are asked for rarely.
    private static readonly BoxSlice _first = new();
    private static readonly KeptQuery<UnitId, BoxRow> _firstPage = new((db, actor, unit) =>
        db.RowsOf(BoxOf(db, actor, unit).OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(_first.Reach)).AsNoTracking());

    private static readonly KeptQuery<UnitId, KindCount> _kinds = new((db, actor, unit) =>
        BoxReader.KindsOf(db.Officers.Where(o => o.Id == actor.UserId), BoxOf(db, actor, unit).Select(r => r.CaseKind)));

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
        if (slice.Filter.Text is not null || slice.Filter.AsksInside) return await PageAsync(actor, unit, slice, ct);   // who holds another part of a case is told by its inside too
        return await shared.ReadAsync((nameof(UnitInboxQuery), unit, slice, RightsSignature.Of(actor)), () => PageAsync(actor, unit, slice, CancellationToken.None), ct);
    }

    private async Task<BoxPage> PageAsync(Actor actor, UnitId unit, BoxSlice slice, CancellationToken ct)
    {
        await using var db = await database.OpenAsync(slice.Filter, ct);
        var now = clock.GetUtcNow();
        if (slice == _first) return await BoxReader.FinishAsync(await _firstPage.Read(db, actor, unit).ToListAsync(ct), CountAsync, slice, now);
        var (box, isCutOff) = await db.MatchingAsync(BoxOf(db, actor, new StrongBox<UnitId>(unit)), actor, slice.Filter, dues.At(now, slice.Filter), BoxSight.Outside, ct);
        var kinds = BoxReader.KindsOf(db.Officers.Where(o => o.Id == actor.UserId), box.Select(r => r.CaseKind));
        var unsorted = new Unsorted(db.SortKeysOf(box.OfKind(slice.Filter.Kind)), ids => db.RowsOf(box.Where(r => ids.Contains(r.Id))), async () => KindCounts.Of(await kinds.ToListAsync(ct)));
        return (await database.Sorting.PageAsync(unsorted, slice, now, ct) ?? await box.ReadAsync(db.RowsOf, kinds, slice, now, ct)) with { IsCutOff = isCutOff };

        async Task<KindCounts> CountAsync() => KindCounts.Of(await _kinds.Read(db, actor, unit).ToListAsync(ct));
    }

    /// <summary>Of what the filter lets through; told by the rows where all of them are on the screen.</summary>
    public async Task<BoxAge?> AgeAsync(UnitId unit, BoxFilter filter, CancellationToken ct) =>
        await currentActor.GetAsync(ct) is { } actor && actor.Is(OfficerRole.CaseOfficer, unit) ? await AgeAsync(actor, unit, filter, ct) : null;

    /// <summary>The same after a bell, shared like the rows.</summary>
    public async Task<BoxAge?> AgeAgainAsync(UnitId unit, BoxFilter filter, CancellationToken ct)
    {
        if (await currentActor.GetAfterBellAsync(ct) is not { } actor || !actor.Is(OfficerRole.CaseOfficer, unit)) return null;
        if (filter.Text is not null || filter.AsksInside) return await AgeAsync(actor, unit, filter, ct);
        return await shared.ReadAsync((nameof(UnitInboxQuery), nameof(AgeAgainAsync), unit, filter, RightsSignature.Of(actor)), () => AgeAsync(actor, unit, filter, CancellationToken.None), ct);
    }

    private async Task<BoxAge?> AgeAsync(Actor actor, UnitId unit, BoxFilter filter, CancellationToken ct)
    {
        await using var db = await database.OpenAsync(filter, ct);
        var (box, _) = await db.MatchingAsync(BoxOf(db, actor, new StrongBox<UnitId>(unit)), actor, filter, dues.At(clock.GetUtcNow(), filter), BoxSight.Outside, ct);
        return await db.AgeOfOpenAsync(BoxKey.Of(box.OfKind(filter.Kind)), ct);
    }

    /// <summary>Who sent what lies here, for the filter.</summary>
    public async Task<BoxSenders> SendersAsync(UnitId unit, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor || !actor.Is(OfficerRole.CaseOfficer, unit)) return BoxSenders.None;
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        return await BoxOf(db, actor, new StrongBox<UnitId>(unit)).SendersAsync(ct);
    }

    private static IQueryable<Routing> BoxOf(BimerDbContext db, Actor actor, StrongBox<UnitId> unit) =>
        db.RoutingsAt(unit, actor).Where(r => r.State == RoutingState.Waiting);
}
