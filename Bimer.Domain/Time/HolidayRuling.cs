using Bimer.Domain.Kernel;

namespace Bimer.Domain.Time;

/// <summary>What a person decided about a day (tatil kararı): it is this holiday, or none. It takes the place of all the table said of the day.</summary>
/// <param name="Becomes">None: the day works, unless it is a weekend day.</param>
public sealed record HolidayRuling(DateOnly Day, Holiday? Becomes)
{
    /// <summary>Longest name of a holiday and of what makes it one, in UTF-16 units.</summary>
    public const int LongestName = 80, LongestArticle = 40;

    /// <summary>How many years ahead a day can be named; the feasts of later years nobody has proclaimed.</summary>
    public const int YearsAhead = 20;

    /// <summary>The first day that can be corrected: no case is older.</summary>
    public static readonly DateOnly FirstDay = new(2006, 1, 1);

    /// <summary>A decision about a day.</summary>
    /// <param name="day">The legal day; may lie behind, for a holiday proclaimed late.</param>
    /// <param name="kind">None: no holiday.</param>
    /// <param name="name">What people call it; unused where it is none.</param>
    /// <param name="article">What makes it one, e.g. <c>2429 m.2/B-1</c>; unused where it is none.</param>
    /// <param name="table">As it stands.</param>
    /// <param name="today">The legal day now.</param>
    /// <returns>Refused with <see cref="Refusal.DayOutOfRange"/>, <see cref="Refusal.NotOnTheList"/>, <see cref="Refusal.HolidayUnnamed"/>, or <see cref="Refusal.HolidayIsSo"/> where the table says the same.</returns>
    public static Outcome<HolidayRuling> Of(DateOnly day, HolidayKind? kind, string name, string article, HolidayTable table, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(table);
        var latest = new DateOnly(today.Year + YearsAhead, 12, 31);
        if (day < FirstDay || day > latest) return new Refusal.DayOutOfRange(FirstDay, latest);
        if (kind is { } chosen && !Enum.IsDefined(chosen)) return new Refusal.NotOnTheList();
        var becomes = kind is { } free ? new Holiday(day, (name ?? "").Trim(), free, (article ?? "").Trim()) : null;
        if (becomes is not null && !IsNamed(becomes)) return new Refusal.HolidayUnnamed(LongestName, LongestArticle);
        Holiday[] before = [.. table.AllOn(day)];
        return (before, becomes) is ([], null) || (before is [var only] && only == becomes) ? new Refusal.HolidayIsSo(day) : new HolidayRuling(day, becomes);
    }

    // The separators would break the text of every ledger the day stands in.
    private static bool IsNamed(Holiday holiday) =>
        holiday.Name.Length is > 0 and <= LongestName && holiday.Article.Length is > 0 and <= LongestArticle
        && !holiday.Article.AsSpan().ContainsAny("|;\n\r") && !holiday.Name.Any(char.IsControl) && !holiday.Article.Any(char.IsControl);
}
