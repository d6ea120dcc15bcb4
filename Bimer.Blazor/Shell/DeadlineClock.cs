using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell;

/// <summary>How the legal time of a case stands, in the words every page says it in.</summary>
public sealed class DeadlineClock(CaseWords words, WorkingCalendar calendar, NearDue near, TimeProvider clock)
{
    /// <param name="at">When the page was true; none for the moment it is drawn.</param>
    public DeadlineView Of(CaseTime time, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        return words.Deadline(RemainingTime.Of(time, calendar, near, at ?? clock.GetUtcNow()), time.DueOn);
    }

    /// <summary>Calls once, when what is told of this legal time changes: at the end of the day, or of the time itself. Dispose to be left alone.</summary>
    public IDisposable AtNextTurn(DateTimeOffset endsAt, Action turned)
    {
        var now = clock.GetUtcNow();
        var midnight = IstanbulTime.EndOf(IstanbulTime.LegalDay(now));
        return clock.CreateTimer(_ => turned(), null, (now < endsAt && endsAt < midnight ? endsAt : midnight) - now, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How much of the time between two moments has passed, in percent: 0 before the first, 100 after the last.</summary>
    public int PassedOf(DateTimeOffset from, DateTimeOffset until) =>
        (int)Math.Clamp(100 * (clock.GetUtcNow() - from) / (until - from), 0, 100);
}
