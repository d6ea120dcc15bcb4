using System.Collections.Frozen;

namespace Bimer.Domain.Time;

/// <summary>The holidays of some years (tatil tablosu). Two holidays may fall on one day; the freer one decides.</summary>
public sealed class HolidayTable
{
    private readonly FrozenDictionary<DateOnly, Holiday> _decisive;

    /// <summary>Any order; an empty table knows weekends only.</summary>
    public HolidayTable(IEnumerable<Holiday> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        All = [.. holidays.OrderBy(h => h.Day).ThenByDescending(h => h.Kind).ThenBy(h => h.Name, StringComparer.Ordinal)];
        if (All.FirstOrDefault(h => h.Article.AsSpan().ContainsAny("|;\n\r")) is { } unwritable)
            throw new ArgumentException($"The article of {unwritable.Day:O} holds a separator.", nameof(holidays));
        _decisive = All.GroupBy(h => h.Day).ToFrozenDictionary(day => day.Key, day => day.First());
    }

    /// <summary>In order of day; on one day the decisive one first.</summary>
    public IReadOnlyList<Holiday> All { get; }

    /// <summary>The last year with any holiday; none when the table is empty.</summary>
    public int? LastYear => All.Count == 0 ? null : All[^1].Day.Year;

    /// <summary>The holiday that decides about a day, if there is one.</summary>
    public Holiday? On(DateOnly day) => _decisive.GetValueOrDefault(day);

    /// <summary>True when less than two years of the table lie ahead: somebody must add the next ones (yönetici uyarısı).</summary>
    public bool RunsOut(DateOnly today) => LastYear is not { } last || today.AddYears(2) > new DateOnly(last, 12, 31);
}
