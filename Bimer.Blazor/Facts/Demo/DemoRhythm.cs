using Bimer.Domain.Time;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>When people write: most on Mondays, little at weekends and on holidays, by day more than by night.</summary>
internal sealed class DemoRhythm(DemoCalendar calendar)
{
    private const int Months = 14;

    // Sunday first, as DayOfWeek counts.
    private static readonly double[] Weekdays = [0.35, 1.25, 1.15, 1.1, 1.05, 1.0, 0.45];

    private static readonly Weighted<int> Hours = new(
        new[] { 1.5, 0.8, 0.4, 0.3, 0.3, 0.4, 1, 2, 5, 8, 9, 8.5, 6, 7.5, 8, 7.5, 6.5, 5, 3.5, 3.5, 4.5, 5, 4, 2.5 }.Select((w, hour) => (hour, w)));

    /// <summary>So many instants in the 14 months that end with the day before <paramref name="today"/>, earliest first.</summary>
    public IReadOnlyList<DateTimeOffset> Instants(int seed, DateOnly today, int count)
    {
        var first = today.AddMonths(-Months);
        var days = new Weighted<DateOnly>(Enumerable.Range(0, today.DayNumber - first.DayNumber).Select(first.AddDays).Select(d => (d, Weight(d))));
        var dice = new Dice(seed, -1);
        var instants = new DateTimeOffset[count];
        for (var i = 0; i < count; i++)
        {
            var time = new TimeSpan(Hours.Draw(dice), dice.Between(0, 59), dice.Between(0, 59));
            instants[i] = DemoCalendar.At(days.Draw(dice), time);
        }

        Array.Sort(instants);
        return instants;
    }

    private double Weight(DateOnly day) => Weekdays[(int)day.DayOfWeek] * calendar.Holiday(day) switch
    {
        HolidayKind.FullDay => 0.35,
        HolidayKind.HalfDay => 0.7,
        _ => 1,
    };
}
