using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
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
    private static readonly CaseKind[] _kinds = Enum.GetValues<CaseKind>();

    /// <summary>None for whoever coordinates and manages nothing.</summary>
    public async Task<BoxPage?> PageAsync(Actor actor, BoxSlice slice, CancellationToken ct)
    {
        if (subtrees.Of(actor) is not { } subtree) return null;
        await using var db = await database.OpenAsync(slice.Filter, ct);
        var asked = new Asked(db, actor, subtree, slice, clock.GetUtcNow());
        if (slice.Filter with { Kind = null, Columns = null } != BoxFilter.None) return await NarrowedAsync(asked, ct);
        if (!subtree.IsFull && await GatheredAsync(asked, ct) is { } gathered) return gathered;
        return await WalkedAsync(asked, ct);
    }

    /// <summary>Who sent what lies there, for the filter.</summary>
    public async Task<IReadOnlyList<UnitId?>> SendersAsync(Actor actor, CancellationToken ct)
    {
        if (subtrees.Of(actor) is not { } subtree) return [];
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        return await db.OpenIn(subtree, actor).SendersAsync(ct);
    }

    /// <summary>Where it lies, for the filter.</summary>
    public async Task<IReadOnlyList<UnitId>> UnitsAsync(Actor actor, CancellationToken ct)
    {
        if (subtrees.Of(actor) is not { } subtree) return [];
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        return await db.OpenIn(subtree, actor).Take(limits.Parts).Select(r => r.To).Distinct().Take(FilteredBox.MostSenders).ToListAsync(ct);
    }

    private async Task<BoxPage> NarrowedAsync(Asked asked, CancellationToken ct)
    {
        var (db, actor, slice) = (asked.Db, asked.Actor, asked.Slice);
        var (box, isCutOff) = await db.MatchingAsync(db.OpenIn(asked.Subtree, actor), actor, slice.Filter, dues.At(asked.Now), BoxSight.NumberAlone, ct);
        var kinds = BoxReader.KindsOf(db.Officers.Where(o => o.Id == actor.UserId), box.Select(r => r.CaseKind));
        return await box.ReadAsync(db.LyingRowsOf, kinds, slice, asked.Now, ct) with { IsCutOff = isCutOff };
    }

    /// <summary>None where there is more than is worth gathering.</summary>
    private async Task<BoxPage?> GatheredAsync(Asked asked, CancellationToken ct)
    {
        var all = await asked.Db.OpenKeysAsync(asked.Subtree, asked.Actor, limits.Parts + 1, ct);
        asked.Subtree.IsFull = all.Count > limits.Parts;
        if (asked.Subtree.IsFull) return null;
        var kinds = KindCounts.Of(all.CountBy(key => key.Kind).ToDictionary());
        var keys = all.Where(key => asked.Kind is not { } kind || key.Kind == kind).Where(asked.IsAhead).OrderBy(key => key.Rank).ThenBy(key => key.Id).Take(asked.Slice.Reach);
        return await PageOfAsync(asked, [.. keys], kinds, ct);
    }

    private async Task<BoxPage> WalkedAsync(Asked asked, CancellationToken ct)
    {
        var kinds = new Dictionary<CaseKind, int>();
        foreach (var kind in _kinds) kinds[kind] = await CountAsync(asked, kind, ct);
        asked.Subtree.IsFull = kinds.Values.Any(count => count == BoxPage.MostCounted) || kinds.Values.Sum() > limits.Parts;
        var reach = asked.Slice.Reach;
        var end = await asked.Db.RankAheadAsync(asked.Slice.After?.Rank, limits.Parts, ct);
        var keys = await KeysOf(asked, asked.Db.OpenRoutingsBelow(asked.Actor).Where(r => end == null || r.Rank <= end)).OrderBy(r => r.Rank).ThenBy(r => r.Id)
            .Take(reach).Select(r => new PartKey(r.Rank, r.Id, r.CaseKind)).ToListAsync(ct);
        if (keys.Count < reach && end is not null) keys = await SortedAsync(asked, ct);
        return await PageOfAsync(asked, keys, KindCounts.Of(kinds), ct);
    }

    /// <summary>The rare case between the two: much lies below, and yet nearly everything that is urgent lies elsewhere.</summary>
    private static async Task<List<PartKey>> SortedAsync(Asked asked, CancellationToken ct)
    {
        var keys = new List<PartKey>();
        foreach (var span in asked.Subtree.Spans)
        {
            // Not the bare rank: an index in that order would be walked, and that was in vain.
            keys.AddRange(await KeysOf(asked, asked.Db.OpenIn(span, asked.Actor)).OrderBy(r => r.Rank + 0).ThenBy(r => r.Id)
                .Take(asked.Slice.Reach).Select(r => new PartKey(r.Rank, r.Id, r.CaseKind)).ToListAsync(ct));
        }

        return [.. keys.OrderBy(key => key.Rank).ThenBy(key => key.Id).Take(asked.Slice.Reach)];
    }

    private static async Task<int> CountAsync(Asked asked, CaseKind kind, CancellationToken ct)
    {
        var count = 0;
        foreach (var span in asked.Subtree.Spans)
        {
            if (count < BoxPage.MostCounted) count += await asked.Db.OpenIn(span, kind, asked.Actor).Take(BoxPage.MostCounted - count).CountAsync(ct);
        }

        return count;
    }

    private static IQueryable<Routing> KeysOf(Asked asked, IQueryable<Routing> parts)
    {
        if (asked.Kind is { } kind) parts = parts.Where(r => r.CaseKind == kind);
        return asked.Slice.After is { } mark ? parts.Where(r => r.Rank >= mark.Rank && (r.Rank > mark.Rank || r.Id > mark.Routing)) : parts;
    }

    private static async Task<BoxPage> PageOfAsync(Asked asked, List<PartKey> keys, KindCounts kinds, CancellationToken ct)
    {
        var hasMore = keys.Count == asked.Slice.Reach;
        RoutingId[] shown = [.. keys.Take(hasMore ? keys.Count - 1 : keys.Count).Select(key => key.Id)];
        var rows = shown.Length == 0 ? [] : await asked.Db.LyingRowsOf(asked.Db.OpenRoutingsBelow(asked.Actor).Where(r => shown.Contains(r.Id))).AsNoTracking().ToListAsync(ct);
        rows.Sort((a, b) => a.Mark.CompareTo(b.Mark));
        return new BoxPage(rows, hasMore, kinds.Of(asked.Kind), asked.Now) { Kinds = kinds };
    }

    /// <summary>One question.</summary>
    private sealed record Asked(BimerDbContext Db, Actor Actor, Subtree Subtree, BoxSlice Slice, DateTimeOffset Now)
    {
        public CaseKind? Kind => Slice.Filter.Kind;

        public bool IsAhead(PartKey key) => Slice.After is not { } mark || new BoxMark(key.Rank, key.Id) > mark;
    }
}
