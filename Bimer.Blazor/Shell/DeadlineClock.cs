using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Shell;

/// <summary>How the legal time of a case stands at the moment it is drawn, for pages whose query tells no time.</summary>
public sealed class DeadlineClock(CaseWords words, WorkingCalendar calendar, NearDue near, TimeProvider clock)
{
    public DeadlineView Of(CasePreview preview) => Of(preview.Basis, preview.DueOn, preview.DueEndsAt, preview.Terms?.AwaitsFee == true);

    /// <param name="endsAt">The end of the legal time (exclusive).</param>
    /// <param name="awaitsFee">It is the applicant's time to pay that runs.</param>
    public DeadlineView Of(LegalBasis basis, DateOnly dueOn, DateTimeOffset endsAt, bool awaitsFee = false) =>
        words.Deadline(RemainingTime.Of(basis, dueOn, endsAt, calendar, near, clock.GetUtcNow()) with { AwaitsFee = awaitsFee }, dueOn);

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
