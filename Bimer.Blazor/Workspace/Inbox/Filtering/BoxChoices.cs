using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>What one person wants to have at hand in every box.</summary>
/// <param name="Kinds">The kinds offered above the list for one click (S23), in their order.</param>
public sealed record BoxChoices(IReadOnlyList<CaseKind> Kinds)
{
    /// <summary>The columns of a list that has the whole width to itself (S22), in their order.</summary>
    public IReadOnlyList<BoxColumn> Columns { get; init; } = BoxTable.Usual;

    /// <summary>On a wide screen the columns, as long as no case stands beside the list; else the lines of a narrow one everywhere.</summary>
    public bool IsTable { get; init; }

    /// <summary>The order chosen last for each box, by the key of the box; none where it is that of the box.</summary>
    public IReadOnlyDictionary<string, string> Orders { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>None for the box's own order.</summary>
    public BoxOrder? OrderOf(Box box) => Orders.TryGetValue(box.Key, out var slug) ? BoxOrder.Read(slug)?.In(box) : null;

    /// <summary>The same with another order of one box.</summary>
    public BoxChoices With(Box box, BoxOrder order)
    {
        var orders = new Dictionary<string, string>(Orders, StringComparer.Ordinal);
        if (order.In(box) is { } kept) orders[box.Key] = kept.Slug;
        else orders.Remove(box.Key);
        return this with { Orders = orders };
    }

    internal BoxTable Table => IsTable ? BoxTable.Of(Columns) : default;

    /// <summary>Of those who never chose.</summary>
    public static readonly BoxChoices Usual = new(Enum.GetValues<CaseKind>());

    /// <summary>The same without what does not exist, or no longer, and nothing twice.</summary>
    public BoxChoices Sound()
    {
        BoxColumn[] columns = [.. (Columns ?? []).Where(Enum.IsDefined).Distinct()];
        return new([.. (Kinds ?? []).Where(Enum.IsDefined).Distinct().Order()]) { Columns = columns.Length == 0 ? BoxTable.Usual : columns, IsTable = IsTable, Orders = Orders ?? Usual.Orders };
    }
}
