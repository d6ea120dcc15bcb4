using Bimer.Blazor.Workspace.Inbox.Filtering;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>How many rows of each box somebody had before them, so that coming back from a case finds as many again. Of one circuit.</summary>
public sealed class BoxDepths
{
    private readonly Dictionary<BoxPlace, int> _rows = [];

    public BoxSlice First(BoxPlace box) => new(Take: _rows.GetValueOrDefault(box, BoxSlice.PageSize)) { Filter = box.Filter };

    public void Keep(BoxPlace box, int rows) => _rows[box] = rows;
}

/// <summary>What the address of a list says.</summary>
/// <param name="Unit">The unit asked for, where there are several.</param>
public sealed record BoxPlace(Box Box, int? Unit, BoxFilter Filter);
