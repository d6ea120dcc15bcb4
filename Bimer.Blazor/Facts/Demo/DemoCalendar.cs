using Bimer.Domain.Time;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>When offices are open in the demo: working days 08.30–17.30 in Istanbul, on a half holiday until 13.00.</summary>
internal sealed class DemoCalendar(FactBook book)
{
    private static readonly TimeZoneInfo Istanbul = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");
    private static readonly TimeSpan Opens = new(8, 30, 0);
    private static readonly TimeSpan Closes = new(17, 30, 0);
    private static readonly TimeSpan ClosesOnHalfHoliday = new(13, 0, 0);

    // Two holidays can fall on one day: a full one beats a half one.
    private readonly Dictionary<DateOnly, HolidayKind> _holidays =
        book.Holidays.GroupBy(h => h.Date).ToDictionary(g => g.Key, g => g.Min(h => h.Kind));

    public HolidayKind? Holiday(DateOnly day) => _holidays.TryGetValue(day, out var kind) ? kind : null;

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The UTC instant of a time of day in Istanbul.</summary>
    public static DateTimeOffset At(DateOnly day, TimeSpan time)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).Add(time);
        return new DateTimeOffset(local, Istanbul.GetUtcOffset(local)).ToUniversalTime();
    }

    public bool IsOpen(DateTimeOffset instant)
    {
        var local = Local(instant);
        return local.TimeOfDay >= Opens && local.TimeOfDay < ClosingTime(DateOnly.FromDateTime(local));
    }

    /// <summary>The instant when so much opening time has passed; always within opening hours.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan openTime)
    {
        var local = Local(from);
        var (day, time) = (DateOnly.FromDateTime(local), local.TimeOfDay);
        while (true)
        {
            var starts = time < Opens ? Opens : time;
            var left = ClosingTime(day) - starts;
            if (openTime < left) return At(day, starts + openTime);
            if (left > TimeSpan.Zero) openTime -= left;
            (day, time) = (day.AddDays(1), TimeSpan.Zero);
        }
    }

    private TimeSpan ClosingTime(DateOnly day) => (day.DayOfWeek, Holiday(day)) switch
    {
        (DayOfWeek.Saturday or DayOfWeek.Sunday, _) or (_, HolidayKind.FullDay) => TimeSpan.Zero,
        (_, HolidayKind.HalfDay) => ClosesOnHalfHoliday,
        _ => Closes,
    };

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Istanbul).DateTime;
}
