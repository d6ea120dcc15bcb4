using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>The tree of units to walk in, branch by branch (S37). In memory, as <see cref="UnitDirectory"/> holds it; public knowledge, so no rights are asked.</summary>
public sealed class UnitTree(UnitDirectory units, UnitSearch search)
{
    private Branches? _branches;

    /// <summary>What stands right below a unit, in the order of the names; below none stand those right below the root, which takes no cases.</summary>
    public IReadOnlyList<UnitHit> Below(UnitId? unit) => [.. Current().Below(unit).Select(below => search.Find(below.Id)).OfType<UnitHit>()];

    public bool HasBelow(UnitId unit) => Current().HasBelow(unit);

    /// <summary>The way down to a unit, without the root and the unit itself.</summary>
    public IReadOnlyList<UnitId> WayTo(UnitId unit) =>
        [.. units.LineageOf(unit).SelfAndAbove.Skip(1).Reverse().Where(above => units.Find(above) is { Kind: not UnitKind.State })];

    // Two who walk first in the same moment both read the tree; either answer is right.
    private Branches Current() => _branches is { } known && known.Edition == units.Edition ? known : _branches = new Branches(units);

    private sealed class Branches(UnitDirectory units)
    {
        private readonly ILookup<UnitId?, Unit> _below = units.All.Where(unit => unit.TakesCases)
            .ToLookup(unit => unit.Parent is { } above && units.Find(above) is { Kind: not UnitKind.State } ? above : (UnitId?)null);

        public int Edition { get; } = units.Edition;

        // Sorted when it is asked for: of sixty thousand units nobody looks at more than a few branches.
        public IEnumerable<Unit> Below(UnitId? unit) => _below[unit].OrderBy(below => TurkishSortKey.Of(UnitDirectory.Label(below)), StringComparer.Ordinal);

        public bool HasBelow(UnitId unit) => _below.Contains(unit);
    }
}
