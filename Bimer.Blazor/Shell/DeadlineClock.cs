using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell;

/// <summary>How the legal time of a case stands at the moment it is drawn: what lies beside a desk's work is read once and looked at for long.</summary>
public sealed class DeadlineClock(CaseWords words, WorkingCalendar calendar, NearDue near, TimeProvider clock)
{
    public DeadlineView Of(CasePreview preview) =>
        words.Deadline(RemainingTime.Of(preview.Basis, preview.DueOn, preview.DueEndsAt, calendar, near, clock.GetUtcNow()), preview.DueOn);
}
