using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>One way a part can be given back (iade yolu, S41).</summary>
/// <param name="Unit">Where it would go.</param>
/// <param name="Resumes">The ended leg at that unit that would be gone on with.</param>
/// <param name="Person">Who held that leg; it comes back to them while they are still there.</param>
public sealed record ReturnWay(ReturnTarget Target, UnitId Unit, RoutingId Resumes, UserId? Person);

/// <summary>What the holder chose and wrote.</summary>
/// <param name="To">The unit it goes to; of a common superior the one found in the tree.</param>
/// <param name="PersonIsThere">Whoever sent it is still an officer of that unit; else it lies in the unit's inbox.</param>
/// <param name="Note">Açıklama, required, at most <see cref="CaseFile.LongestNote"/> UTF-16 units.</param>
public sealed record ReturnTerms(ReturnTarget Target, UnitLineage To, bool PersonIsThere, ReturnReason Reason, string Note)
{
    /// <summary>The unit lies in another institution than the one that received the case. Asked of the common superior alone: what goes on with an earlier leg lies where that one lay.</summary>
    public bool IsAway { get; init; }
}

public sealed partial class CaseFile
{
    /// <summary>
    /// Where the holder may give a part back to: its sender and, one level up the forwarding chain, who had sent it to the sender.
    /// What came back or was recalled keeps the chain of the leg it goes on with. None for what came from the citizen.
    /// </summary>
    public IReadOnlyList<ReturnWay> ReturnWays(RoutingId routingId)
    {
        var here = RoutingOf(routingId).To;
        if (SenderOf(RoutingOf(routingId)) is not { } sender) return [];
        var up = SenderOf(sender);
        while (up is not null && (up.To == here || up.To == sender.To)) up = SenderOf(up);
        ReturnWay? above = up is null ? null : new(ReturnTarget.OneUp, up.To, up.Id, up.Custodian);
        ReturnWay last = new(ReturnTarget.Sender, sender.To, sender.Id, sender.Custodian);
        return above is null ? [last] : [last, above];
    }

    /// <summary>How often these two units have given this case back to each other, in either direction.</summary>
    public int ReturnsBetween(UnitId one, UnitId other) => _routings.Count(leg => leg.State == RoutingState.Returned
        && SenderOf(leg) is { } sender && ((leg.To == one && sender.To == other) || (leg.To == other && sender.To == one)));

    /// <summary>
    /// The holder gives a part back with a reason (İade Et, S41): to its sender, to one level up the chain, or, once the same two
    /// units have given it back before, to the nearest unit above both. The part ends; what comes back is open work there. The
    /// clock goes on.
    /// </summary>
    public Outcome Return(RoutingId routingId, ReturnTerms terms, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var part = RoutingOf(routingId);
        if (WhyNotReturn(part, terms, actor) is { } refusal) return refusal;

        var way = ReturnWays(routingId).FirstOrDefault(w => w.Target == terms.Target);
        EndHold(part, now);
        End(part, RoutingState.Returned, now);
        var back = PartAlreadyBack(part, way) ?? ComeBack(part, terms, way, actor, now);
        RecordReturn(part, back, terms, actor, now);
        FollowArrivals(calendar);
        Raise(new CaseReturned(Id, part.Id, part.To, actor.UserId, back.To, back.Custodian, now));
        return Outcome.Accepted;
    }

    private Refusal? WhyNotReturn(Routing part, ReturnTerms terms, Actor actor)
    {
        if (WhyNotHolder(part, actor) is { } notHolder) return notHolder;
        if (part.State == RoutingState.AwaitingApproval) return new Refusal.WithApprover(part.To);
        if (!Enum.IsDefined(terms.Target) || !Enum.IsDefined(terms.Reason)) return new Refusal.NotOnTheList();
        if (!LeadsTo(part, terms)) return new Refusal.NowhereToReturn(terms.Target);
        if (!terms.To.TakesCases) return new Refusal.UnitTakesNoCases(terms.To.Unit);
        if (_exclusions.Exists(x => terms.To.IsWithin(x.Unit))) return new Refusal.RecipientExcluded(terms.To.Unit);
        if (terms.Target == ReturnTarget.CommonSuperior && _routings.Exists(r => r.IsOpen && r.To == terms.To.Unit && r.Purpose == part.Purpose))
        {
            return new Refusal.AlreadyThere(terms.To.Unit);
        }

        if (_routings.Count >= RoutingId.MostPerCase) return new Refusal.TooManyRoutings(RoutingId.MostPerCase);
        return WhyNotText(terms.Note, LongestNote);
    }

    private bool LeadsTo(Routing part, ReturnTerms terms)
    {
        if (terms.Target != ReturnTarget.CommonSuperior) return ReturnWays(part.Id).Any(w => w.Target == terms.Target && w.Unit == terms.To.Unit);
        return SenderOf(part) is { } sender && terms.To.Unit != part.To && terms.To.Unit != sender.To && ReturnsBetween(part.To, sender.To) > 0;
    }

    /// <summary>The leg this one was sent out of; loops of coming back are not part of the chain.</summary>
    private Routing? SenderOf(Routing leg)
    {
        while (leg.Resumes is { } resumed) leg = RoutingOf(resumed);
        return leg.Parent is { } parent ? RoutingOf(parent) : null;
    }

    // Two who give back what one forward sent them bring one piece of work, not two of the same case to the same desk.
    private Routing? PartAlreadyBack(Routing part, ReturnWay? way) => way is null ? null : _routings.Find(r => r.Resumes == way.Resumes && TakesIn(r, part.Purpose));

    /// <summary>What came back stands for what comes back now. A copy for information stands for no work: nobody would owe it any more.</summary>
    private static bool TakesIn(Routing back, RoutingPurpose purpose) =>
        back.IsOpen && back.State != RoutingState.AwaitingApproval && (back.Purpose == RoutingPurpose.Action || purpose == RoutingPurpose.Information);

    private Routing ComeBack(Routing part, ReturnTerms terms, ReturnWay? way, Actor actor, DateTimeOffset now)
    {
        var leg = new RoutingLeg(part.Id, part.To, terms.To.Unit, part.Purpose, part.Priority, terms.Note.Trim(), actor.UserId, way?.Resumes)
        {
            ArrivedOn = way is not null ? RoutingOf(way.Resumes).ArrivedOn : terms.IsAway ? part.ArrivedOn : null,
        };
        var back = SendOut(leg, now);
        if (way?.Person is { } person && terms.PersonIsThere) back.TakeInto(person, now, RoutingState.CameBack);
        return back;
    }

    private void RecordReturn(Routing part, Routing back, ReturnTerms terms, Actor actor, DateTimeOffset now)
    {
        MovementCount++;
        _movements.Add(new Movement
        {
            CaseId = Id, Sequence = MovementCount, Kind = MovementKind.Returned, At = now, Routing = back.Id, By = actor.UserId,
            From = part.To, To = back.To, Purpose = part.Purpose, Priority = back.Priority, Reason = terms.Reason, Note = terms.Note.Trim(),
        });
    }
}
