using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>What a column of a box tells (S22). Stored as numbers: never renumber.</summary>
public enum BoxColumn
{
    Number = 1,
    Filed = 2,
    Kind = 3,
    Basis = 4,
    Channel = 5,
    Applicant = 6,

    /// <summary>Who sent it; where it was let go of, what became of it.</summary>
    Sender = 7,
    Elapsed = 8,
    Remaining = 9,
    Summary = 10,
}

/// <summary>The columns of one reader in their order, as a value: readers of the same columns share their lines. None of them: lines instead of a table.</summary>
/// <param name="Letters">A letter for each column.</param>
public readonly record struct BoxTable(string? Letters)
{
    /// <summary>The columns of the slide, in its order.</summary>
    public static readonly IReadOnlyList<BoxColumn> Usual =
        [BoxColumn.Channel, BoxColumn.Basis, BoxColumn.Kind, BoxColumn.Filed, BoxColumn.Number, BoxColumn.Applicant, BoxColumn.Sender, BoxColumn.Elapsed, BoxColumn.Remaining];

    public bool IsNone => string.IsNullOrEmpty(Letters);

    public IEnumerable<BoxColumn> Columns => (Letters ?? "").Select(letter => (BoxColumn)(letter - 'a'));

    public static BoxTable Of(IEnumerable<BoxColumn> columns) => new(string.Concat(columns.Select(column => (char)('a' + (int)column))));

    /// <summary>The columns of an address; none for what names no column, or one twice.</summary>
    public static BoxTable? Read(string letters) =>
        letters.Length > 0 && letters.All(letter => Enum.IsDefined((BoxColumn)(letter - 'a'))) && letters.Distinct().Count() == letters.Length ? new BoxTable(letters) : null;

    /// <summary>The word above a column; what was let go of is looked for by what happened to it last.</summary>
    public static string HeadingOf(Box box, BoxColumn column) =>
        column == BoxColumn.Sender && box == Box.Below ? "Column.Lies"
        : column == BoxColumn.Sender && (box.IsSettled || box.State is RoutingState.AwaitingApproval or RoutingState.InRevision or RoutingState.OnHold or RoutingState.CameBack) ? "Column.Onward" : "Column." + column;

    /// <summary>How wide it is; the same in every line, so that columns stand under each other.</summary>
    public static string CssOf(BoxColumn column) => column switch
    {
        BoxColumn.Summary => "c-text",
        BoxColumn.Sender => "c-unit",
        BoxColumn.Remaining => "c-due",
        BoxColumn.Elapsed => "c-days",
        BoxColumn.Basis or BoxColumn.Number or BoxColumn.Applicant => "c-medium",
        _ => "c-short",
    };
}
