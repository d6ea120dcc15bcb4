using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>How long taking a part off hold can be taken back, its end included: a slip of the hand, not a second thought.</summary>
    public static readonly TimeSpan ResumingMayBeUndoneFor = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The holder puts a part on hold, with words for the citizen and a reason for the office (Beklemeye Al, S34). The legal clock
    /// runs on (S35). What is on hold already gets the new words.
    /// </summary>
    /// <param name="today">The legal day in Istanbul; the days of the terms lie between it and <see cref="Hold.LongestDays"/> later, both included.</param>
    public Outcome PutOnHold(RoutingId routingId, HoldTerms terms, Actor actor, DateOnly today, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotHold(routing, terms, actor, today) is { } refusal) return refusal;

        var hold = new Hold(routing, MovementCount + 1, terms, actor.UserId, now);
        if (EndHold(routing, now) is { } former) hold.Following(former.Before);
        _holds.Add(hold);
        routing.MoveTo(RoutingState.OnHold);
        Record(MovementKind.PutOnHold, routing, actor.UserId, now, hold.Reason);
        Raise(new CasePutOnHold(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>The holder goes on with what was on hold; it lies again where it lay before (beklemeden çıkar).</summary>
    public Outcome Resume(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (EndHold(routing, now) is not { } hold) return new Refusal.NotOnHold();

        routing.MoveTo(hold.Before);
        Record(MovementKind.Resumed, routing, actor.UserId, now);
        Raise(new CaseResumed(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>
    /// The holder takes that back at once (Vazgeç): it is on hold again under the words it had, whatever has become of their days. In the
    /// history it is put on hold anew. What is on hold stays as it is.
    /// </summary>
    /// <returns>As every act of somebody who does not hold the part; <see cref="Refusal.NotOnHold"/> later, and once something else was done with it.</returns>
    public Outcome UndoResuming(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (routing.State == RoutingState.OnHold) return Outcome.Accepted;
        var last = _holds.Where(h => h.Routing == routing.Id).MaxBy(h => h.Sequence);
        if (last is not { EndedAt: { } endedAt } || last.Before != routing.State || now - endedAt > ResumingMayBeUndoneFor) return new Refusal.NotOnHold();

        _holds.Add(new Hold(routing, MovementCount + 1, last.Terms, actor.UserId, now));
        routing.MoveTo(RoutingState.OnHold);
        Record(MovementKind.PutOnHold, routing, actor.UserId, now, last.Reason);
        Raise(new CasePutOnHold(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    private static Refusal? WhyNotHold(Routing routing, HoldTerms terms, Actor actor, DateOnly today)
    {
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (routing.State == RoutingState.AwaitingApproval) return new Refusal.WithApprover(routing.To);
        return WhyNotText(terms.Explanation, Hold.LongestExplanation) ?? WhyNotText(terms.Reason, LongestNote) ?? WhyNotDays(terms, today);
    }

    private static Refusal.DayOutOfRange? WhyNotDays(HoldTerms terms, DateOnly today)
    {
        var latest = today.AddDays(Hold.LongestDays);
        if (terms.ExpectedOn < today || terms.ExpectedOn > latest) return new Refusal.DayOutOfRange(today, latest);
        return terms.RemindOn is { } day && (day < today || day > terms.ExpectedOn) ? new Refusal.DayOutOfRange(today, terms.ExpectedOn) : null;
    }

    private static Refusal? WhyNotText(string text, int most)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Refusal.TextMissing();
        return text.Trim().Length > most ? new Refusal.TextTooLong(text.Trim().Length, most) : null;
    }

    /// <summary>Whatever the holder does with a part ends its hold.</summary>
    private Hold? EndHold(Routing routing, DateTimeOffset now)
    {
        if (routing.State != RoutingState.OnHold) return null;
        var hold = _holds.Find(h => h.Routing == routing.Id && h.EndedAt is null);
        hold?.End(now);
        return hold;
    }
}
