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

    internal BoxTable Table => IsTable ? BoxTable.Of(Columns) : default;

    /// <summary>Of those who never chose.</summary>
    public static readonly BoxChoices Usual = new(Enum.GetValues<CaseKind>());

    /// <summary>The same without what does not exist, or no longer, and nothing twice.</summary>
    public BoxChoices Sound()
    {
        BoxColumn[] columns = [.. (Columns ?? []).Where(Enum.IsDefined).Distinct()];
        return new([.. (Kinds ?? []).Where(Enum.IsDefined).Distinct().Order()]) { Columns = columns.Length == 0 ? BoxTable.Usual : columns, IsTable = IsTable };
    }
}
