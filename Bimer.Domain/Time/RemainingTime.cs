using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>How a deadline stands, said with words, colour and icon together.</summary>
public enum DeadlineState
{
    /// <summary>More days left than the near-due limit.</summary>
    Calm,

    /// <summary>Within the near-due limit (süresi yaklaşan).</summary>
    Near,

    /// <summary>Today until midnight (bugün son gün).</summary>
    LastDay,

    /// <summary>Today until 13.00 (bugün son gün, saat 13.00'e kadar).</summary>
    LastDayUntilNoon,

    /// <summary>Over (süresi geçen).</summary>
    Late,
}

/// <summary>From how many days left a deadline is near, the limit included (settings).</summary>
/// <param name="CalendarDays">Under 3071.</param>
/// <param name="WorkingDays">Under 4982.</param>
public sealed record NearDue(int CalendarDays = 5, int WorkingDays = 3);

/// <summary>The time left until a deadline (kalan süre): today is not counted, the last day is. Negative once it is over.</summary>
/// <param name="Basis">Decides the unit people are told.</param>
/// <param name="CalendarDays">Calendar days left.</param>
/// <param name="WorkingDays">Working days left.</param>
/// <param name="State">How it stands.</param>
public sealed record RemainingTime(LegalBasis Basis, int CalendarDays, int WorkingDays, DeadlineState State)
{
    /// <summary>A fee is awaited: what runs is the applicant's time to pay (ücret bekleniyor).</summary>
    public bool AwaitsFee { get; init; }

    /// <summary>The last day by law, where it is a later one than the one counted from the receipt (4982 m.7).</summary>
    public DateOnly? LegalOn { get; init; }

    /// <summary>Days left in the law's own unit: calendar days under 3071, working days under 4982.</summary>
    public int Days => Basis == LegalBasis.PetitionAct ? CalendarDays : WorkingDays;

    /// <summary>Days past in the law's own unit; 0 until the end, and still 0 on the afternoon of a half day or the weekend after.</summary>
    public int DaysLate => State == DeadlineState.Late ? Math.Max(0, -Days) : 0;

    public static RemainingTime Of(StatutoryDeadline deadline, WorkingCalendar calendar, NearDue near, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        DateOnly? legal = deadline.LegalDueOn == deadline.DueOn ? null : deadline.LegalDueOn;
        return Of(new CaseTime(deadline.Terms.Basis, deadline.DueOn, deadline.EndsAt, deadline.Terms.AwaitsFee, legal), calendar, near, now);
    }

    /// <summary>The same from what a case stores.</summary>
    public static RemainingTime Of(CaseTime time, WorkingCalendar calendar, NearDue near, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(near);
        var (basis, dueOn, endsAt) = (time.Basis, time.DueOn, time.EndsAt);
        var today = IstanbulTime.LegalDay(now);
        var calendarDays = dueOn.DayNumber - today.DayNumber;
        var workingDays = calendar.WorkingDaysBetween(today, dueOn);
        var isNear = basis == LegalBasis.PetitionAct ? calendarDays <= near.CalendarDays : workingDays <= near.WorkingDays;
        var state = now >= endsAt ? DeadlineState.Late
            : today == dueOn ? (endsAt < IstanbulTime.EndOf(dueOn) ? DeadlineState.LastDayUntilNoon : DeadlineState.LastDay)
            : isNear ? DeadlineState.Near
            : DeadlineState.Calm;
        return new(basis, calendarDays, workingDays, state) { AwaitsFee = time.AwaitsFee, LegalOn = time.LegalOn };
    }
}
