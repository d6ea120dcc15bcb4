namespace Bimer.Blazor.Workspace.CaseDetail.Clocking;

/// <summary>A deadline as its reader sees it: sentences, then every day.</summary>
/// <param name="Sentences">Why the last day is the last day, each with its article.</param>
/// <param name="Months">The same days as calendar leaves.</param>
public sealed record LedgerSheet(IReadOnlyList<string> Sentences, IReadOnlyList<LedgerDay> Days, IReadOnlyList<LedgerMonth> Months)
{
    /// <summary>Every day of the second clock, from the arrival at another institution (4982 m.7); empty where there is none.</summary>
    public IReadOnlyList<LedgerDay> Second { get; init; } = [];

    /// <summary>What kinds of day there are in it, in the order they came: the legend names these and no other.</summary>
    public IReadOnlyList<string> Kinds => [.. Days.Select(day => day.Css).Distinct(StringComparer.Ordinal)];
}

/// <summary>One day, said in words and in colour.</summary>
/// <param name="Css">What kind of day it was; also the name of its word in the legend.</param>
/// <param name="Count">The number it has in the count; none when it was not counted.</param>
/// <param name="Words">"on ikinci iş günü" is told as "12. iş günü"; what is not counted says why.</param>
/// <param name="Article">The law that says so.</param>
public sealed record LedgerDay(DateOnly Day, string Css, int? Count, string Words, string Article)
{
    public bool IsToday { get; init; }

    public bool IsLast { get; init; }
}

/// <param name="Name">"Mayıs 2026".</param>
/// <param name="Weeks">Monday to Sunday; a day outside month or ledger is a number without a colour, outside the month nothing.</param>
public sealed record LedgerMonth(string Name, IReadOnlyList<LedgerWeek> Weeks);

/// <param name="Days">Seven.</param>
public sealed record LedgerWeek(IReadOnlyList<LedgerCell> Days);

/// <param name="Number">Of the month; none for a day of another month.</param>
/// <param name="Day">None where the deadline has nothing to do with it.</param>
public sealed record LedgerCell(int? Number, LedgerDay? Day);
