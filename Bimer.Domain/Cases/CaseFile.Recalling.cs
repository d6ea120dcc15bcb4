using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// The sender takes one leg back (Geri Al, S40): while nobody at the recipient has read it and the time is not over, its last
    /// instant included. What was sent for action is the sender's open work again; a copy for information just goes, unless it was
    /// the last that was left of its forward and nothing of that came back before. Where nothing is left of a forward, the part that was sent on counts as sent nowhere.
    /// </summary>
    public Outcome Recall(RoutingId routingId, RecallPolicy policy, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var leg = RoutingOf(routingId);
        if (WhyNotRecall(leg, policy, actor, now) is { } refusal) return refusal;

        End(leg, RoutingState.Recalled, now);
        Record(MovementKind.Recalled, leg, actor.UserId, now);
        var sent = RoutingOf(leg.Parent!.Value);
        if (sent.State == RoutingState.Forwarded && WentNowhere(sent)) sent.MoveTo(RoutingState.ForwardUndone);   // its end stays when it was; what it came to is another
        if (NeedsHolder(sent, leg))
        {
            var back = new RoutingLeg(leg.Id, sent.From, sent.To, sent.Purpose, sent.Priority, sent.Note, actor.UserId, sent.Id) { ArrivedOn = sent.ArrivedOn, WantedBy = sent.WantedBy };
            SendOut(back, now).TakeInto(actor.UserId, now);
        }

        // The last that is taken back makes all of it unrouted again.
        foreach (var resumed in _routings.Where(r => r.IsOpen && r.Resumes == sent.Id)) resumed.BecomeOf(Kind, RankOf(resumed.Id.Sequence, resumed.Resumes));

        FollowArrivals(calendar);
        Raise(new CaseRecalled(Id, leg.Id, leg.To, sent.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>Why this leg cannot be taken back now; none when it can: the button stands there only then.</summary>
    public Refusal? WhyNotRecall(RoutingId routingId, RecallPolicy policy, Actor actor, DateTimeOffset now) =>
        WhyNotRecall(RoutingOf(routingId), policy, actor, now);

    private Refusal? WhyNotRecall(Routing leg, RecallPolicy policy, Actor actor, DateTimeOffset now)
    {
        if (leg.Parent is null || leg.SentBy != actor.UserId || leg.From is not { } from || !actor.Is(OfficerRole.CaseOfficer, from)) return new Refusal.NotTheSender(leg.To);
        if (leg is { Custodian: { } reader, OpenedAt: { } readAt }) return new Refusal.AlreadyRead(leg.To, reader, readAt);
        if (leg is { LookedBy: { } onlooker, LookedAt: { } lookedAt }) return new Refusal.AlreadyLookedInto(leg.To, onlooker, lookedAt);
        if (leg.EndedAt is { } endedAt) return new Refusal.AlreadyRecalled(leg.To, endedAt);
        if (policy.LastInstant(leg.SentAt) is var last && now > last) return new Refusal.RecallTooLate(leg.To, last);
        return _routings.Count >= RoutingId.MostPerCase ? new Refusal.TooManyRoutings(RoutingId.MostPerCase) : null;
    }

    private bool NeedsHolder(Routing sent, Routing recalled)
    {
        if (_routings.Exists(r => r.Resumes == sent.Id && TakesIn(r, recalled.Purpose))) return false;
        if (recalled.Purpose == RoutingPurpose.Action) return true;
        // What a part recalled before brought back may have been sent on or answered since: the last copy that goes is no work of its own.
        return WentNowhere(sent) && !_routings.Exists(r => r.Resumes == sent.Id);
    }

    private bool WentNowhere(Routing sent) => _routings.TrueForAll(r => r.Parent != sent.Id || r.Resumes == sent.Id || r.State == RoutingState.Recalled);
}
