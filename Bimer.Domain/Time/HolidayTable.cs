using System.Collections.Frozen;

namespace Bimer.Domain.Time;

/// <summary>The holidays of some years (tatil tablosu). Two holidays may fall on one day; the freer one decides.</summary>
public sealed class HolidayTable
{
    private readonly FrozenDictionary<DateOnly, Holiday[]> _days;

    /// <summary>Any order; an empty table knows weekends only.</summary>
    public HolidayTable(IEnumerable<Holiday> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        All = [.. holidays.OrderBy(h => h.Day).ThenByDescending(h => h.Kind).ThenBy(h => h.Name, StringComparer.Ordinal)];
        if (All.FirstOrDefault(h => h.Article.AsSpan().ContainsAny("|;\n\r")) is { } unwritable)
            throw new ArgumentException($"The article of {unwritable.Day:O} holds a separator.", nameof(holidays));
        _days = All.GroupBy(h => h.Day).ToFrozenDictionary(day => day.Key, day => day.ToArray());
    }

    /// <summary>In order of day; on one day the decisive one first.</summary>
    public IReadOnlyList<Holiday> All { get; }

    /// <summary>The last year with any holiday; none when the table is empty.</summary>
    public int? LastYear => All.Count == 0 ? null : All[^1].Day.Year;

    /// <summary>The freest holiday of a day, if there is one.</summary>
    public Holiday? On(DateOnly day) => _days.GetValueOrDefault(day)?[0];

    /// <summary>Every holiday of a day, the freest first.</summary>
    public IReadOnlyList<Holiday> AllOn(DateOnly day) => _days.GetValueOrDefault(day) ?? [];

    /// <summary>The same table after these decisions, the later over the earlier.</summary>
    public HolidayTable With(IEnumerable<HolidayRuling> rulings)
    {
        ArgumentNullException.ThrowIfNull(rulings);
        var ruled = new Dictionary<DateOnly, Holiday?>();
        foreach (var ruling in rulings) ruled[ruling.Day] = ruling.Becomes;
        return new HolidayTable(All.Where(h => !ruled.ContainsKey(h.Day)).Concat(ruled.Values.OfType<Holiday>()));
    }

    /// <summary>The leave by circular of a day (idari izin), whatever else falls on it.</summary>
    public Holiday? LeaveOn(DateOnly day) => Array.Find(_days.GetValueOrDefault(day) ?? [], h => h.Kind == HolidayKind.AdministrativeLeave);

    /// <summary>True when less than two years of the table lie ahead: somebody must add the next ones (yönetici uyarısı).</summary>
    public bool RunsOut(DateOnly today) => LastYear is not { } last || today.AddYears(2) > new DateOnly(last, 12, 31);
}
