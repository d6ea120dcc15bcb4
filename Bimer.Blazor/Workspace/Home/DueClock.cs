using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>The legal time of a line of the desk in words.</summary>
public sealed class DueClock(CaseWords words, WorkingCalendar calendar, NearDue near)
{
    public DeadlineView Of(DueLine line, DateTimeOffset now) => Of(new NearestDue(line.Kind, line.DueOn, line.DueEndsAt), now);

    public DeadlineView Of(NearestDue due, DateTimeOffset now) =>
        words.Deadline(RemainingTime.Of(due.Kind.Basis(), due.DueOn, due.EndsAt, calendar, near, now), due.DueOn);
}
