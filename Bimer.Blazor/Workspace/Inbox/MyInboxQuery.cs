using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>
/// The boxes of one person (Benim Başvurularım, S21): each is the range of one state of what they hold or held. Open work comes by
/// its deadline, what is settled backwards.
/// </summary>
public sealed class MyInboxQuery(BoxDatabase database, ICurrentActor currentActor, DueDays dues, TimeProvider clock)
{
    /// <param name="state">Held, before the approver, back from there, answered or forwarded.</param>
    public async Task<BoxPage?> ReadAsync(RoutingState state, BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(slice.Filter, ct);
        var (now, shape) = (clock.GetUtcNow(), ShapeOf(db, state));
        var (box, isCutOff) = await db.MatchingAsync(db.RoutingsHeldBy(actor).Where(r => r.State == state), actor, slice.Filter, dues.At(now, slice.Filter), SightOf(state), ct);
        var kinds = BoxReader.KindsOf(db.Officers.Where(o => o.Id == actor.UserId), box.Select(r => r.CaseKind));
        var unsorted = new Unsorted(
            db.SortKeysOf(box.OfKind(slice.Filter.Kind)), ids => shape(box.Where(r => ids.Contains(r.Id))), async () => KindCounts.Of(await kinds.ToListAsync(ct)), state >= RoutingState.Answered);
        var page = await database.Sorting.PageAsync(unsorted, slice, now, ct) is { } sorted ? sorted
            : state >= RoutingState.Answered ? await box.ReadBackwardsAsync(shape, kinds, slice, now, ct)
            : await box.ReadAsync(shape, kinds, slice, now, ct);
        return page with { IsCutOff = isCutOff };
    }

    /// <summary>Of what the filter lets through; told by the rows where all of them are on the screen.</summary>
    public async Task<BoxAge?> AgeAsync(RoutingState state, BoxFilter filter, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await database.OpenAsync(filter, ct);
        var (box, _) = await db.MatchingAsync(db.RoutingsHeldBy(actor).Where(r => r.State == state), actor, filter, dues.At(clock.GetUtcNow(), filter), SightOf(state), ct);
        var keys = BoxKey.Of(box.OfKind(filter.Kind));
        return state >= RoutingState.Answered ? await db.AgeOfSettledAsync(keys, ct) : await db.AgeOfOpenAsync(keys, ct);
    }

    /// <summary>Who sent what lies here, for the filter.</summary>
    public async Task<BoxSenders> SendersAsync(RoutingState state, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return BoxSenders.None;
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        return await db.RoutingsHeldBy(actor).Where(r => r.State == state).SendersAsync(ct);
    }

    private static BoxSight SightOf(RoutingState state) => state < RoutingState.Answered ? BoxSight.Held : BoxSight.Outside;

    /// <summary>Whoever let go of something looks for where it is now; whoever holds it, for where it came from.</summary>
    private static RowShape ShapeOf(BimerDbContext db, RoutingState state) => state switch
    {
        RoutingState.OnHold => db.HeldBackRowsOf,
        RoutingState.Forwarded => db.ForwardedRowsOf,
        RoutingState.AwaitingApproval or RoutingState.InRevision or RoutingState.Answered => db.AnsweredRowsOf,
        _ => db.RowsOf,
    };
}
