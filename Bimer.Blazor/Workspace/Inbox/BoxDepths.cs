namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>How many rows of each box somebody had before them, so that coming back from a case finds as many again. Of one circuit.</summary>
public sealed class BoxDepths
{
    private readonly Dictionary<(Box Box, int? Unit), int> _rows = [];

    public BoxSlice First((Box, int?) box) => new(Take: _rows.GetValueOrDefault(box, BoxSlice.PageSize));

    public void Keep((Box, int?) box, int rows) => _rows[box] = rows;
}
