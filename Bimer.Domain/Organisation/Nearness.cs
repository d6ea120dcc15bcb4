namespace Bimer.Domain.Organisation;

/// <summary>How near a unit stands to another in the administrative tree, the nearest first; "elsewhere" also for the unit itself.</summary>
public enum Nearness
{
    /// <summary>Somewhere below it (bağlı birim).</summary>
    Below = 1,

    /// <summary>Under the same superior; what hangs on the root alone is nobody's neighbour.</summary>
    Beside = 2,

    /// <summary>Its superior, or one further up (üst birim).</summary>
    Above = 3,

    /// <summary>In the same branch, which for a province is the province (aynı il).</summary>
    SameBranch = 4,

    Elsewhere = 5,
}

/// <summary>Tells how near two units stand, from their lines to the root alone: asked of tens of thousands between two keystrokes.</summary>
public static class Neighbourhood
{
    /// <summary>How near <paramref name="other"/> stands to <paramref name="unit"/>.</summary>
    public static Nearness NearnessOf(this UnitLineage unit, UnitLineage other)
    {
        if (unit.Unit == other.Unit || unit.Depth < 0 || other.Depth < 0) return Nearness.Elsewhere;
        if (other.Passes(unit)) return Nearness.Below;
        if (unit.Depth > 1 && unit.Depth == other.Depth && unit.SelfAndAbove[1] == other.SelfAndAbove[1]) return Nearness.Beside;
        if (other.Depth > 0 && unit.Passes(other)) return Nearness.Above;
        return unit.Depth > 0 && other.Depth > 0 && unit.SelfAndAbove[^2] == other.SelfAndAbove[^2] ? Nearness.SameBranch : Nearness.Elsewhere;
    }

    /// <summary>Every line ends at the root, so a superior of a known depth stands at a known place in it.</summary>
    private static bool Passes(this UnitLineage unit, UnitLineage superior) =>
        unit.Depth > superior.Depth && unit.SelfAndAbove[unit.Depth - superior.Depth] == superior.Unit;
}
