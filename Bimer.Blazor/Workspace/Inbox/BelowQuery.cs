using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>What one look at a wide reach may cost.</summary>
/// <param name="Parts">The most parts that are gathered, and the most that are passed on a walk, whosever they are.</param>
public sealed record BelowLimits(int Parts = 6_000);

/// <summary>
/// What is open in all units somebody coordinates or manages, the most urgent first (Alt Birimler). A box of sixty thousand units is no
/// range of any index, so there are two ways through it. As long as it holds some thousand parts, their keys are gathered unit by unit and
/// put in order here, and counted on the way. Above that one walks along everything that is open until a page is full: the more there is, the
/// sooner that is.
/// </summary>
public sealed class BelowQuery(BoxDatabase database, SubtreeSpans subtrees, BelowLimits limits, DueDays dues, TimeProvider clock)
{
    /// <summary>None for whoever coordinates and manages nothing.</summary>
    public async Task<BoxPage?> PageAsync(Actor actor, BoxSlice slice, CancellationToken ct)
    {
        if (subtrees.Of(actor) is not { } reach) return null;
        await using var db = await database.OpenAsync(slice.Filter, ct);
        var (asked, isCutOff) = await AskAsync(db, actor, reach, slice, ct);
        if (await SortedAsync(asked, ct) is { } sorted) return sorted with { IsCutOff = isCutOff };
        if (!(asked.IsWhole && asked.Subtree.IsFull) && await GatheredAsync(asked, ct) is { } gathered) return gathered with { IsCutOff = isCutOff };
        return asked.IsOfIndex ? await WalkedAsync(asked, ct) : await NarrowedAsync(asked, ct) with { IsCutOff = isCutOff };
    }

    /// <summary>The oldest and the nearest of it; over a wide reach the lowest number is the oldest, since numbers rise with the time of recording.</summary>
    public async Task<BoxAge?> AgeAsync(Actor actor, BoxFilter filter, CancellationToken ct)
    {
        if (subtrees.Of(actor) is not { } reach) return null;
        await using var db = await database.OpenAsync(filter, ct);
        var (asked, _) = await AskAsync(db, actor, reach, new BoxSlice { Filter = filter }, ct);
        if (!asked.IsOfIndex) return await db.AgeOfOpenAsync(BoxKey.Of(asked.Open.OfKind(asked.Kind)), ct);
        var ages = (await db.AgesOfOpenAsync(asked.Subtree, actor, asked.Narrowed, ct)).Where(age => asked.IsMeant(age.Kind)).ToList();
        if (ages.Count == 0) return null;
        var oldest = ages.MinBy(age => age.Oldest.Value)!.Oldest;
        var received = await db.Cases.Where(c => c.Id == oldest).Select(c => c.ReceivedOn).FirstAsync(ct);
        CaseTime?[] nearest = [await NearestAsync(asked, ages.Min(age => age.NearestAhead), ct), await NearestAsync(asked, ages.Min(age => age.NearestPlain), ct)];
        return new BoxAge(received, nearest.Where(due => due is not null).MinBy(due => due!.EndsAt));
    }

    private async Task<(Asked Asked, bool IsCutOff)> AskAsync(BimerDbContext db, Actor actor, Subtree reach, BoxSlice slice, CancellationToken ct)
    {
        var filter = slice.Filter;
        var asked = new Asked(db, actor, filter.At is { } at ? subtrees.Of(at.Values, filter.WithBelow) : reach, slice, clock.GetUtcNow());
        if (asked.IsOfIndex)
        {
            asked.Open = asked.Narrowed(asked.Open);
            return (asked, false);
        }

        (asked.Open, var isCutOff) = await db.MatchingAsync(asked.Within, actor, filter, dues.At(asked.Now, filter), BoxSight.Outside, ct);
        return (asked, isCutOff);
    }

    private static async Task<CaseTime?> NearestAsync(Asked asked, long? rank, CancellationToken ct) => rank is not { } first ? null : await (
        from r in asked.Open.OfKind(asked.Kind).Where(r => r.Rank == first && r.Purpose == RoutingPurpose.Action).Take(1)
        join c in asked.Db.Cases on r.CaseId equals c.Id
        select new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn)).FirstOrDefaultAsync(ct);

    /// <summary>Gathered like a box that is not too wide, in the order that is asked for. A reach known to hold more is not even begun.</summary>
    private async Task<BoxPage?> SortedAsync(Asked asked, CancellationToken ct)
    {
        if (asked.Slice.Filter.Order is null || (asked.IsWhole && asked.Subtree.IsFull && database.Sorting.Most <= limits.Parts)) return null;
        var open = asked.IsOfIndex ? asked.Narrowed(asked.Within) : asked.Open;
        var kinds = open.GroupBy(r => r.CaseKind).Select(kind => new KindCount(kind.Key, kind.Count()));
        var unsorted = new Unsorted(
            asked.Db.SortKeysOf(open.OfKind(asked.Kind), byPlace: true),
            ids => asked.Db.LyingRowsOf(asked.Db.OpenRoutingsBelow(asked.Actor).Where(r => ids.Contains(r.Id))), async () => KindCounts.Of(await kinds.ToListAsync(ct)));
        return await database.Sorting.PageAsync(unsorted, asked.Slice, asked.Now, ct);
    }

    private static async Task<BoxPage> NarrowedAsync(Asked asked, CancellationToken ct)
    {
        // In one pass: a count for each kind is for boxes an index holds kind by kind.
        var kinds = asked.Open.GroupBy(r => r.CaseKind).Select(kind => new KindCount(kind.Key, kind.Count()));
        return await asked.Open.ReadAsync(asked.Db.LyingRowsOf, kinds, asked.Slice, asked.Now, ct);
    }

    /// <summary>None where there is more than is worth gathering.</summary>
    private async Task<BoxPage?> GatheredAsync(Asked asked, CancellationToken ct)
    {
        var all = asked.IsOfIndex
            ? await asked.Db.KeysOfOpenAsync(asked.Subtree, asked.Actor, asked.Narrowed, limits.Parts + 1, ct)
            : await asked.Open.Take(limits.Parts + 1).Select(r => new PartKey(r.Rank, r.Id, r.CaseKind)).ToListAsync(ct);
        if (asked.IsWhole) asked.Subtree.IsFull = all.Count > limits.Parts;
        if (all.Count > limits.Parts) return null;
        var kinds = KindCounts.Of(all.CountBy(key => key.Kind).ToDictionary());
        var keys = all.Where(key => asked.IsMeant(key.Kind)).Where(asked.IsAhead).OrderBy(key => key.Rank).ThenBy(key => key.Id).Take(asked.Slice.Reach);
        return await PageOfAsync(asked, [.. keys], kinds, ct);
    }

    private async Task<BoxPage> WalkedAsync(Asked asked, CancellationToken ct)
    {
        var kinds = (await asked.Db.KindsOfOpenAsync(asked.Subtree, asked.Actor, asked.Narrowed, ct)).GroupBy(f => f.Kind).ToDictionary(kind => kind.Key, kind => kind.Sum(f => f.Open));
        if (asked.IsWhole) asked.Subtree.IsFull = kinds.Values.Sum() > limits.Parts;
        var reach = asked.Slice.Reach;
        var end = await asked.Db.RankAheadAsync(asked.Slice.After?.Rank, limits.Parts, ct);
        var keys = await KeysOf(asked, asked.Open.Where(r => end == null || r.Rank <= end)).OrderBy(r => r.Rank).ThenBy(r => r.Id)
            .Take(reach).Select(r => new PartKey(r.Rank, r.Id, r.CaseKind)).ToListAsync(ct);
        if (keys.Count < reach && end is not null) keys = await OrderedAsync(asked, ct);
        return await PageOfAsync(asked, keys, KindCounts.Of(kinds), ct);
    }

    /// <summary>The rare case between the two: much lies below, and yet nearly everything that is urgent lies elsewhere.</summary>
    private static async Task<List<PartKey>> OrderedAsync(Asked asked, CancellationToken ct)
    {
        var keys = new List<PartKey>();
        foreach (var span in asked.Subtree.Spans)
        {
            // Not the bare rank: an index in that order would be walked, and that was in vain.
            keys.AddRange(await KeysOf(asked, asked.Narrowed(asked.Db.OpenRoutingsBelow(asked.Actor, span))).OrderBy(r => r.Rank + 0).ThenBy(r => r.Id)
                .Take(asked.Slice.Reach).Select(r => new PartKey(r.Rank, r.Id, r.CaseKind)).ToListAsync(ct));
        }

        return [.. keys.OrderBy(key => key.Rank).ThenBy(key => key.Id).Take(asked.Slice.Reach)];
    }

    private static IQueryable<Routing> KeysOf(Asked asked, IQueryable<Routing> parts)
    {
        parts = parts.OfKind(asked.Kind);
        return asked.Slice.After is { } mark ? parts.Where(r => r.Rank >= mark.Rank && (r.Rank > mark.Rank || r.Id > mark.Routing)) : parts;
    }

    private static async Task<BoxPage> PageOfAsync(Asked asked, List<PartKey> keys, KindCounts kinds, CancellationToken ct)
    {
        var hasMore = keys.Count == asked.Slice.Reach;
        RoutingId[] shown = [.. keys.Take(hasMore ? keys.Count - 1 : keys.Count).Select(key => key.Id)];
        var open = asked.Db.OpenRoutingsBelow(asked.Actor).Where(r => shown.Contains(r.Id));
        var rows = shown.Length == 0 ? [] : await asked.Db.LyingRowsOf(open).AsNoTracking().ToListAsync(ct);
        rows.Sort((a, b) => a.Mark.CompareTo(b.Mark));
        return new BoxPage(rows, hasMore, kinds.Of(asked.Kind), asked.Now) { Kinds = kinds };
    }

    /// <summary>One question.</summary>
    private sealed record Asked(BimerDbContext Db, Actor Actor, Subtree Subtree, BoxSlice Slice, DateTimeOffset Now)
    {
        /// <summary>What is open within reach and meets the filter, whatever its kind.</summary>
        public IQueryable<Routing> Open { get; set; } = Db.OpenRoutingsBelow(Actor);

        /// <summary>The same before the filter, where the index is asked to look: in one span as a rule.</summary>
        public IQueryable<Routing> Within => Subtree.Spans is [var span] ? Db.OpenRoutingsBelow(Actor, span) : Db.OpenRoutingsBelow(Actor).In(Subtree);

        public Several<CaseKind>? Kind => Slice.Filter.Kind;

        public bool IsMeant(CaseKind kind) => Kind is null || Kind.Has(kind);

        /// <summary>Nothing is asked but where it lies: all that lies there is meant.</summary>
        public bool IsWhole => IsOfIndex && Slice.Filter.Due is null;

        /// <summary>Nothing is asked that does not stand in the indexes of what is open.</summary>
        public bool IsOfIndex => Slice.Filter.Due != DueFilter.Near && Slice.Filter with { Kind = null, At = null, WithBelow = false, Due = null, Columns = null, Order = null } == BoxFilter.None;

        /// <summary>What these legs come to by all that stands in the index; the reach is asked elsewhere.</summary>
        public IQueryable<Routing> Narrowed(IQueryable<Routing> legs) => Db.LyingAt(Slice.Filter.Due is { } due ? legs.DueByRank(due, Now) : legs, Slice.Filter);

        public bool IsAhead(PartKey key) => Slice.After is not { } mark || new BoxMark(key.Rank, key.Id) > mark;
    }
}
