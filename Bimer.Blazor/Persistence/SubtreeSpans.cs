using System.Collections.Concurrent;
using System.Globalization;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Persistence;

/// <summary>Units by their ids, both ends included.</summary>
public readonly record struct UnitSpan(UnitId First, UnitId Last);

/// <summary>Where in the index the parts below somebody stand.</summary>
/// <param name="Spans">Apart from each other. Everything that is reached lies within them; what else does is kept out by who asks.</param>
public sealed record Subtree(IReadOnlyList<UnitSpan> Spans)
{
    /// <summary>More was open there than is worth gathering, when it was looked at last: a hint which way is the shorter, nothing else.</summary>
    public bool IsFull { get; set; }
}

/// <summary>
/// The subtrees of those who coordinate or manage as spans of unit ids, so that an index answers for sixty thousand units with a few ranges.
/// Ids run along the tree; where they do not, the nearest spans grow together. They say where to look, never who may see.
/// </summary>
public sealed class SubtreeSpans(UnitDirectory units)
{
    /// <summary>The most ranges one question asks for.</summary>
    public const int Most = 4;

    private volatile Tree _tree = new(-1, [], new Dictionary<UnitId, List<int>>());

    /// <summary>None for whoever reaches nothing below.</summary>
    public Subtree? Of(Actor actor)
    {
        UnitId[] tops = [.. TopsOf(actor)];
        return tops.Length == 0 ? null : Of(tops);
    }

    /// <summary>These units alone, or with all below them.</summary>
    public Subtree Of(IEnumerable<UnitId> asked, bool withBelow)
    {
        UnitId[] known = [.. asked.Where(unit => units.Find(unit) is not null).Distinct().Order()];
        return known.Length == 0 ? new Subtree([]) : withBelow ? Of(known) : new Subtree(Current().SpansOfAlone(known));
    }

    /// <summary>The units somebody coordinates or manages, in the order of their ids.</summary>
    public static IEnumerable<UnitId> TopsOf(Actor actor) => actor.Roles.Where(on => on.Role.ReachesBelow()).Select(on => on.Unit).Distinct().Order();

    private Subtree Of(UnitId[] tops)
    {
        var key = string.Join(',', tops.Select(unit => unit.Value.ToString(CultureInfo.InvariantCulture)));
        return Current().Known.GetOrAdd(key, static (_, asked) => new Subtree(asked.Tree.SpansOf(asked.Tops)), (Tree: Current(), Tops: tops));
    }

    private Tree Current()
    {
        var edition = units.Edition;
        return _tree.Edition == edition ? _tree : _tree = Tree.Of(units, edition);
    }

    /// <param name="Ids">Of all units, ascending.</param>
    /// <param name="Children">The places of a unit's children among the ids.</param>
    private sealed record Tree(int Edition, UnitId[] Ids, IReadOnlyDictionary<UnitId, List<int>> Children)
    {
        public ConcurrentDictionary<string, Subtree> Known { get; } = new(StringComparer.Ordinal);

        public static Tree Of(UnitDirectory units, int edition)
        {
            UnitId[] ids = [.. units.All.Select(unit => unit.Id).Order()];
            var children = new Dictionary<UnitId, List<int>>();
            for (var place = 0; place < ids.Length; place++)
            {
                if (units.Find(ids[place])?.Parent is not { } parent) continue;
                if (!children.TryGetValue(parent, out var siblings)) children[parent] = siblings = [];
                siblings.Add(place);
            }

            return new Tree(edition, ids, children);
        }

        public List<UnitSpan> SpansOf(IReadOnlyList<UnitId> tops) => Joined(RunsOf(tops));

        public List<UnitSpan> SpansOfAlone(IEnumerable<UnitId> asked) => Joined([.. asked.Select(unit => Array.BinarySearch(Ids, unit)).Where(place => place >= 0).Select(place => (place, place))]);

        private List<UnitSpan> Joined(List<(int First, int Last)> runs)
        {
            while (runs.Count > Most) JoinNearest(runs);
            return [.. runs.Select(run => new UnitSpan(Ids[run.First], Ids[run.Last]))];
        }

        // Top by top: a run over two neighbours' units is a run of neither, and the database would have to answer for each part of it (UnitRange).
        private List<(int First, int Last)> RunsOf(IReadOnlyList<UnitId> tops)
        {
            var below = tops.Select(top => (Top: top, Places: PlacesBelow([top]))).ToList();
            var topmost = below.Where(one => !below.Exists(other => other.Top != one.Top && other.Places.IsSupersetOf(one.Places)));
            return [.. topmost.SelectMany(one => RunsOf(one.Places)).Order()];
        }

        private SortedSet<int> PlacesBelow(IReadOnlyList<UnitId> tops)
        {
            var places = new SortedSet<int>();
            var ahead = new Stack<int>(tops.Select(top => Array.BinarySearch(Ids, top)).Where(place => place >= 0));
            while (ahead.TryPop(out var place))
            {
                if (!places.Add(place) || !Children.TryGetValue(Ids[place], out var below)) continue;
                foreach (var child in below) ahead.Push(child);
            }

            return places;
        }

        private static List<(int First, int Last)> RunsOf(SortedSet<int> places)
        {
            var runs = new List<(int First, int Last)>();
            foreach (var place in places)
            {
                if (runs.Count > 0 && runs[^1].Last == place - 1) runs[^1] = (runs[^1].First, place);
                else runs.Add((place, place));
            }

            return runs;
        }

        private static void JoinNearest(List<(int First, int Last)> runs)
        {
            var at = Enumerable.Range(1, runs.Count - 1).MinBy(i => runs[i].First - runs[i - 1].Last);
            runs[at - 1] = (runs[at - 1].First, runs[at].Last);
            runs.RemoveAt(at);
        }
    }
}
