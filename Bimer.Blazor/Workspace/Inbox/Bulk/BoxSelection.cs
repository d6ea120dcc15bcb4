using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox.Bulk;

/// <summary>
/// The rows of one box that somebody ticked. It holds numbers alone, so it lives through bells and further pages; what became of a row
/// meanwhile is told when something is done with it.
/// </summary>
public sealed class BoxSelection
{
    /// <summary>The most rows of one bulk act.</summary>
    public const int Most = BoxSlice.Most;

    private readonly HashSet<RoutingId> _picked = [];
    private RoutingId? _anchor;

    /// <summary>Rows carry boxes to tick. Who does not choose pays for none.</summary>
    public bool IsOn { get; private set; }

    public int Count => _picked.Count;

    public bool IsFull => _picked.Count >= Most;

    /// <summary>All that the box held, by its filter, when it was asked for; ends with the first row that is ticked or unticked.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>There was more than can be chosen at once; the first <see cref="Most"/> are.</summary>
    public bool IsCut { get; private set; }

    public bool Has(RoutingId row) => _picked.Contains(row);

    public bool HasAll(IReadOnlyList<BoxLine> lines) => lines.Count > 0 && lines.All(line => _picked.Contains(line.Routing));

    /// <summary>Rows begin or cease to carry boxes; what was ticked is forgotten at the end.</summary>
    public void Turn(bool isOn)
    {
        IsOn = isOn;
        Clear();
    }

    public void Clear()
    {
        _picked.Clear();
        (_anchor, IsWhole, IsCut) = (null, false, false);
    }

    /// <summary>One row is ticked or unticked; with Shift every row from the last one on becomes as this one does.</summary>
    /// <param name="shown">The rows on the screen, in their order.</param>
    public void Toggle(RoutingId row, bool isRange, IReadOnlyList<BoxLine> shown)
    {
        var isWanted = !_picked.Contains(row);
        foreach (var each in isRange ? Between(row, shown) : [row]) Set(each, isWanted);
        (_anchor, IsWhole, IsCut) = (row, false, false);
    }

    /// <summary>The header's box: every row on the screen, or none of them.</summary>
    public void SetShown(IReadOnlyList<BoxLine> shown, bool isWanted)
    {
        foreach (var line in shown) Set(line.Routing, isWanted);
        (_anchor, IsWhole, IsCut) = (null, false, false);
    }

    /// <summary>All the box holds by its filter, as it was read for this.</summary>
    public void SetAll(IEnumerable<RoutingId> rows, bool hasMore)
    {
        _picked.Clear();
        _picked.UnionWith(rows);
        (_anchor, IsWhole, IsCut) = (null, !hasMore, hasMore);
    }

    /// <summary>Of what was done, and of what may not be seen any more, nothing stays chosen.</summary>
    public void Drop(IEnumerable<RoutingId> rows)
    {
        var before = _picked.Count;
        _picked.ExceptWith(rows);
        if (_picked.Count != before) (IsWhole, IsCut) = (false, false);
    }

    /// <summary>In the order of the screen; what lies behind it follows by its number.</summary>
    public IReadOnlyList<RoutingId> InOrder(IReadOnlyList<BoxLine> shown)
    {
        List<RoutingId> first = [.. shown.Select(line => line.Routing).Where(_picked.Contains)];
        return [.. first, .. _picked.Except(first).Order()];
    }

    private void Set(RoutingId row, bool isWanted)
    {
        if (!isWanted) _picked.Remove(row);
        else if (!IsFull) _picked.Add(row);
    }

    private IEnumerable<RoutingId> Between(RoutingId row, IReadOnlyList<BoxLine> shown)
    {
        List<RoutingId> order = [.. shown.Select(line => line.Routing)];
        var (here, there) = (order.IndexOf(row), _anchor is { } anchor ? order.IndexOf(anchor) : -1);
        if (here < 0 || there < 0) return [row];
        var first = Math.Min(here, there);
        return order.Skip(first).Take(Math.Abs(here - there) + 1);
    }
}
