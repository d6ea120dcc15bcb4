using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence;

/// <summary>One row of the closure of the administrative tree: every unit with itself (depth 0) and everything below it.</summary>
public sealed class UnitReach
{
    public UnitId Superior { get; init; }

    public UnitId Below { get; init; }

    public int Depth { get; init; }
}
