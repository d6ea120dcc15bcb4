using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox.Sorting;

/// <summary>How much may be put in order at one look.</summary>
/// <param name="Rows">The most rows of a box that is sorted by something else than its own order, included.</param>
public sealed record SortLimits(int Rows = 5_000);

/// <summary>The rows of a box that are to be put in order, and how a page of them is told.</summary>
/// <param name="Keys">What the filter lets through, of the kinds that are asked for.</param>
/// <param name="RowsOf">The lines of some of them.</param>
/// <param name="CountAsync">The counts of all kinds.</param>
/// <param name="IsSettled">Of two that are alike the latest comes first, else the most urgent.</param>
internal sealed record Unsorted(IQueryable<SortKey> Keys, Func<RoutingId[], IQueryable<BoxRow>> RowsOf, Func<Task<KindCounts>> CountAsync, bool IsSettled = false);

/// <summary>
/// Puts a box in another order than its own. No index carries such an order, so the keys of all its rows are read and sorted here, the same on
/// every database; where there are more than some thousand, nothing is sorted and the box keeps its own order, and the screen says so.
/// </summary>
public sealed class BoxSorting(UnitDirectory units, SortLimits limits)
{
    /// <summary>The most rows that are put in another order, included.</summary>
    public int Most => limits.Rows;

    /// <summary>None where no other order is asked for, or the box is too long for it.</summary>
    internal async Task<BoxPage?> PageAsync(Unsorted box, BoxSlice slice, DateTimeOffset now, CancellationToken ct)
    {
        if (slice.Filter.Order is not { } order || await KeysAsync(box.Keys, ct) is not { } keys) return null;
        var words = WordsOf(keys, order);
        var places = keys.Select(key => PlaceOf(key, order, words, box.IsSettled)).Where(place => slice.After is not { } after || place > after).Order().Take(slice.Reach).ToList();
        var hasMore = places.Count == slice.Reach;
        if (hasMore) places.RemoveAt(places.Count - 1);
        RoutingId[] shown = [.. places.Select(place => place.Routing)];
        var rows = shown.Length == 0 ? [] : await box.RowsOf(shown).AsNoTracking().ToDictionaryAsync(row => row.Routing, ct);
        var kinds = slice.Filter.Kind is null ? KindCounts.Of(keys.CountBy(key => key.Kind).ToDictionary()) : await box.CountAsync();
        return new BoxPage(
            [.. places.Where(place => rows.ContainsKey(place.Routing)).Select(place => rows[place.Routing] with { Place = place })], hasMore, kinds.Of(slice.Filter.Kind), now)
        {
            Kinds = kinds, IsSorted = true,
        };
    }

    /// <summary>All of a box that is not settled, from what follows a place round the end to it; none where the box is too long.</summary>
    /// <param name="left">Where one stands, whether or not it lies in the box still; none for the beginning.</param>
    internal async Task<IReadOnlyList<RoutingId>?> OrderAsync(IQueryable<SortKey> box, SortKey? left, BoxOrder order, CancellationToken ct)
    {
        if (await KeysAsync(box, ct) is not { } keys) return null;
        var words = WordsOf(left is null ? keys : [.. keys, left], order);
        var place = left is null ? default(BoxMark?) : PlaceOf(left, order, words, isSettled: false);
        var places = keys.Select(key => PlaceOf(key, order, words, isSettled: false)).Order().ToLookup(mark => place is not { } at || mark > at);
        return [.. places[true].Concat(places[false]).Select(mark => mark.Routing)];
    }

    private async Task<List<SortKey>?> KeysAsync(IQueryable<SortKey> box, CancellationToken ct)
    {
        var keys = await box.Take(limits.Rows + 1).ToListAsync(ct);
        return keys.Count > limits.Rows ? null : keys;
    }

    private Dictionary<UnitId, string> WordsOf(List<SortKey> keys, BoxOrder order) =>
        order.By == SortBy.Unit ? keys.Select(key => key.Unit).Distinct().ToDictionary(unit => unit ?? default, unit => WordOf(unit, order.IsDown)) : [];

    private static BoxMark PlaceOf(SortKey key, BoxOrder order, Dictionary<UnitId, string> words, bool isSettled)
    {
        var of = key.Of(order.By);
        var place = new BoxMark(isSettled ? -key.Rank : key.Rank, key.Id);
        if (key.Rank < 0) return place with { Order = long.MinValue };   // an information request nobody has routed, under any order (S53)
        if (key.IsOver && order.By is SortBy.Due or SortBy.Elapsed) return place with { Order = long.MaxValue };
        return place with { Order = order.IsDown ? -of : of, Word = order.By == SortBy.Unit ? words[key.Unit ?? default] : null };
    }

    // What the citizen sent stands before all units. Backwards each sign of the key becomes its opposite, and a longer word comes before its beginning.
    private string WordOf(UnitId? unit, bool isDown)
    {
        var key = unit is { } known ? TurkishSortKey.Of(units.NameOf(known)) : "";
        return isDown ? string.Concat(key.Select(sign => Convert.ToString(15 - Convert.ToInt32(sign.ToString(), 16), 16))) + "g" : key;
    }
}
