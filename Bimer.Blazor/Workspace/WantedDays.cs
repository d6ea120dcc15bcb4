using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace;

/// <summary>An inner day that is offered (iç süre): so many working days from today.</summary>
public readonly record struct ProposedDay(int WorkingDays, DateOnly Day);

/// <summary>What can be said of an inner day (iç süre) while it is chosen: which may be, which are proposed, and which one would be a working day.</summary>
public sealed class WantedDays(WorkingCalendar calendar, TimeProvider clock)
{
    private static readonly int[] _offered = [3, 5, 10];

    public DateOnly Today => IstanbulTime.LegalDay(clock.GetUtcNow());

    /// <summary>The latest that may be asked for, included.</summary>
    public DateOnly Latest => Today.AddDays(CaseFile.LongestWish);

    public bool MayBe(DateOnly day) => day >= Today && day <= Latest;

    public IReadOnlyList<ProposedDay> Proposed
    {
        get
        {
            var (today, days) = (Today, calendar.AsItStands);
            return [.. _offered.Select(count => new ProposedDay(count, days.AddWorkingDays(today, count)))];
        }
    }

    /// <summary>Instead of a day on which nobody works the last working day before it, where that is not over, else the next one; none where the day works.</summary>
    public DateOnly? WorkingDayFor(DateOnly day)
    {
        var (today, days) = (Today, calendar.AsItStands);
        if (days.IsWorkingDay(day)) return null;
        for (var before = day; before >= today; before = before.AddDays(-1))
            if (days.IsWorkingDay(before)) return before;
        return days.OnOrAfter(day);
    }
}
