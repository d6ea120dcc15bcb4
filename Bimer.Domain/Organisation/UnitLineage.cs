using Bimer.Domain.Kernel;

namespace Bimer.Domain.Organisation;

/// <summary>
/// What a rule needs to know of a unit: itself, every unit above it up to the root, and whether cases may be sent there.
/// </summary>
/// <param name="Unit">The unit itself.</param>
/// <param name="SelfAndAbove">The unit and all its superiors in the administrative tree, nearest first.</param>
/// <param name="TakesCases">False for the root, which has no users, and for closed units.</param>
public sealed record UnitLineage(UnitId Unit, IReadOnlyList<UnitId> SelfAndAbove, bool TakesCases)
{
    /// <summary>How many superiors it has: none has the root; -1 for a unit nobody knows.</summary>
    public int Depth => SelfAndAbove.Count - 1;

    /// <summary>True for the unit itself and for everything below <paramref name="superior"/>.</summary>
    public bool IsWithin(UnitId superior) => SelfAndAbove.Contains(superior);
}
