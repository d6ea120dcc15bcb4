using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>The units whose numbers somebody reads: their own, and those directly below it with all that lies in them.</summary>
internal sealed class Branches
{
    private readonly UnitDirectory _units;
    private readonly UnitId[] _tops;

    public Branches(UnitDirectory units, Actor actor)
    {
        _units = units;
        UnitId[] reached = [.. SubtreeSpans.TopsOf(actor)];
        _tops = [.. reached.Where(top => !reached.Any(other => other != top && units.LineageOf(top).IsWithin(other)))];
    }

    /// <summary>One of the person's own, without what lies below it.</summary>
    public bool IsOwn(UnitId unit) => _tops.Contains(unit);

    /// <summary>The unit directly below one of these that the other lies in, or the one it is.</summary>
    public UnitId Of(UnitId unit)
    {
        var line = _units.LineageOf(unit).SelfAndAbove;
        for (var at = 1; at < line.Count; at++)
        {
            if (_tops.Contains(line[at])) return line[at - 1];
        }

        return unit;
    }
}
