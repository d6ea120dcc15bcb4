using System.Globalization;

namespace Bimer.Blazor.Shell.Sheets;

/// <summary>What stands in one cell: words, a figure or a day, each kept as what it is.</summary>
public abstract record SheetCell
{
    public static SheetCell Of(string text) => new Words(text);

    public static SheetCell Of(decimal figure) => new Figure(figure);

    public static SheetCell Of(DateOnly day) => new Day(day);

    /// <summary>For people and machines alike: a figure without separators, a day as 2026-11-23.</summary>
    public abstract string Plain { get; }

    /// <summary>Text, whatever it begins with: never a formula.</summary>
    public sealed record Words(string Text) : SheetCell
    {
        public override string Plain => Text;
    }

    public sealed record Figure(decimal Value) : SheetCell
    {
        public override string Plain => Value.ToString(CultureInfo.InvariantCulture);
    }

    public sealed record Day(DateOnly Value) : SheetCell
    {
        public override string Plain => Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}

/// <param name="Width">In signs of the sheet's font.</param>
public sealed record SheetColumn(string Head, double Width);

/// <summary>A table on a sheet of its own; its head stays in sight and stands on every printed page.</summary>
public sealed record SheetTable(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<SheetCell>> Rows);

/// <summary>The first sheet of a report: what it counts, of whom, who asked for it and when.</summary>
public sealed record SheetCover(string Name, string Title, IReadOnlyList<(string Label, string Text)> Lines);
