using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>The days until which a deadline is near, seen from one instant; both included.</summary>
/// <param name="Petition">Under 3071.</param>
/// <param name="Information">Under 4982.</param>
public sealed record NearUntil(DateTimeOffset Now, DateOnly Petition, DateOnly Information)
{
    /// <summary>The last day on which a petition can have been received that is as old as the filter asks at least; none where it asks nothing.</summary>
    public DateOnly? ReceivedBy { get; init; }

    /// <summary>The first on which one can have been received that is no older than it asks.</summary>
    public DateOnly? ReceivedSince { get; init; }

    /// <summary>A week, counted from now; the desk tells the same.</summary>
    public const int WeekDays = 7;
}

/// <summary>Says to a query what <see cref="RemainingTime"/> says of one case.</summary>
public sealed class DueDays(WorkingCalendar calendar, NearDue near)
{
    /// <summary>Working days that have passed are days of receipt for a query; the filter's own count of them is at most <see cref="BoxFilter.MostElapsed"/>.</summary>
    public NearUntil At(DateTimeOffset now, BoxFilter filter)
    {
        var today = IstanbulTime.LegalDay(now);
        return At(now) with
        {
            ReceivedBy = filter.ElapsedFrom is { } least ? LastDayBefore(today, least) : null,
            ReceivedSince = filter.ElapsedUntil is { } most ? LastDayBefore(today, most + 1).AddDays(1) : null,
        };
    }

    /// <summary>The last day since which so many working days have passed.</summary>
    private DateOnly LastDayBefore(DateOnly today, int workingDays)
    {
        var day = today;
        while (calendar.WorkingDaysBetween(day, today) < workingDays) day = day.AddDays(-1);
        return day;
    }

    private NearUntil At(DateTimeOffset now)
    {
        var today = IstanbulTime.LegalDay(now);
        return new NearUntil(now, today.AddDays(near.CalendarDays), calendar.AddWorkingDays(today, near.WorkingDays + 1).AddDays(-1));
    }
}
