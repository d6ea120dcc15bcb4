using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>The days until which a deadline is near, seen from one instant; both included.</summary>
/// <param name="Petition">Under 3071.</param>
/// <param name="Information">Under 4982.</param>
public sealed record NearUntil(DateTimeOffset Now, DateOnly Petition, DateOnly Information)
{
    /// <summary>A week, counted from now; the desk tells the same.</summary>
    public const int WeekDays = 7;
}

/// <summary>Says to a query what <see cref="RemainingTime"/> says of one case.</summary>
public sealed class DueDays(WorkingCalendar calendar, NearDue near)
{
    public NearUntil At(DateTimeOffset now)
    {
        var today = IstanbulTime.LegalDay(now);
        return new NearUntil(now, today.AddDays(near.CalendarDays), calendar.AddWorkingDays(today, near.WorkingDays + 1).AddDays(-1));
    }
}
