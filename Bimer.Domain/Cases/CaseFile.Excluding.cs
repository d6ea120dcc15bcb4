using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>A unit the case must not reach, with the nearest unit above it that may have the case instead.</summary>
/// <param name="Nearest">Outside everything excluded; BİMER Merkezi where there is none above.</param>
public sealed record ExcludeUnit(UnitLineage Unit, UnitId Nearest);

/// <summary>What is marked while a case is sent on (gönderilmeyecek kurumlar, S38), and where the case lies.</summary>
/// <param name="OpenParts">The units where parts of this case are open, the sender's own among them.</param>
public sealed record Excluding(IReadOnlyList<ExcludeUnit> Units, IReadOnlyList<UnitLineage> OpenParts, UnitLineage Centre);

public sealed partial class CaseFile
{
    /// <summary>
    /// The holder marks a unit this case must not reach (gönderilmeyecek kurum, S38); parts that are open there move to the holder's
    /// unit. Marking it again changes nothing. A unit above the holder's own is marked together with a forward alone.
    /// </summary>
    /// <param name="openParts">The units where parts of this case are open.</param>
    public Outcome Exclude(RoutingId routingId, UnitLineage unit, IReadOnlyList<UnitLineage> openParts, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);

        if (!Kind.AllowsConcealment()) return new Refusal.OnlyForTipOffOrComplaint(Kind);
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (_exclusions.Exists(x => x.Unit == unit.Unit)) return Outcome.Accepted;
        if (openParts.Any(part => part.Unit == routing.To && part.IsWithin(unit.Unit))) return new Refusal.ExcludedUnitHoldsPart(routing.To);

        Mark(unit.Unit, routing, actor, now);
        MoveOut([.. openParts.Where(part => part.IsWithin(unit.Unit)).Select(part => part.Unit)], routing.To, actor, now);
        return Outcome.Accepted;
    }

    /// <summary>
    /// The same while the part is sent on, all or nothing (S38, S56): what is marked binds the list already. Parts that are open within a
    /// marked unit move to the sender's unit; where that is within it too, to BİMER Merkezi.
    /// </summary>
    /// <returns>As <see cref="Forward"/>; or why a unit cannot be marked.</returns>
    public Outcome ForwardExcluding(RoutingId routingId, IReadOnlyList<ForwardTo> recipients, Excluding excluding, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        List<ExcludeUnit> units = [.. excluding.Units.Where(x => !_exclusions.Exists(e => e.Unit == x.Unit.Unit))];
        if (WhyNotForward(routing, recipients, actor, IstanbulTime.LegalDay(now)) is { } notForward) return notForward;
        if (recipients.FirstOrDefault(r => units.Exists(x => r.Unit.IsWithin(x.Unit.Unit))) is { } shunned) return new Refusal.RecipientExcluded(shunned.Unit.Unit);
        if (units.Select(x => WhyNotMark(x, routing, recipients, excluding)).FirstOrDefault(refusal => refusal is not null) is { } notMarked) return notMarked;

        bool IsShunned(UnitLineage unit) => units.Exists(x => unit.IsWithin(x.Unit.Unit));
        UnitId[] emptied = [.. excluding.OpenParts.Where(part => part.Unit != routing.To && IsShunned(part)).Select(part => part.Unit)];
        var refuge = excluding.OpenParts.Any(part => part.Unit == routing.To && IsShunned(part)) ? excluding.Centre.Unit : routing.To;
        if (emptied.Length > 0 && refuge == excluding.Centre.Unit && IsShunned(excluding.Centre)) return new Refusal.ExcludedUnitHoldsPart(emptied[0]);
        if (_routings.Count + recipients.Count + emptied.Length > RoutingId.MostPerCase) return new Refusal.TooManyRoutings(RoutingId.MostPerCase);

        units.ForEach(x => Mark(x.Unit.Unit, routing, actor, now));
        var outcome = Forward(routingId, recipients, calendar, actor, now);
        MoveOut(emptied, refuge, actor, now);
        return outcome;
    }

    private Refusal? WhyNotMark(ExcludeUnit marked, Routing sender, IReadOnlyList<ForwardTo> recipients, Excluding excluding)
    {
        if (!Kind.AllowsConcealment()) return new Refusal.OnlyForTipOffOrComplaint(Kind);
        if (!marked.Unit.TakesCases) return new Refusal.UnitTakesNoCases(marked.Unit.Unit);
        var coversSender = excluding.OpenParts.Any(part => part.Unit == sender.To && part.IsWithin(marked.Unit.Unit));
        var reachesNearest = recipients.Any(r => r.Unit.Unit == marked.Nearest) || excluding.OpenParts.Any(part => part.Unit == marked.Nearest);
        return coversSender && !reachesNearest ? new Refusal.NearestUnitMissing(marked.Unit.Unit, marked.Nearest) : null;
    }

    private void Mark(UnitId unit, Routing routing, Actor actor, DateTimeOffset now)
    {
        _exclusions.Add(new ExcludedRecipient(Id, unit, actor.UserId, routing.To, now));
        HasExclusions = true;
        foreach (var part in _routings) part.CaseHasExclusions = true;
        Version++;
        Record(MovementKind.RecipientExcluded, routing, actor.UserId, now, about: unit);
        Raise(new RecipientExcluded(Id, unit, actor.UserId, now));
    }

    /// <summary>What lies open in these units goes on to another as it is; a letter that waited for a signature is back in draft.</summary>
    private void MoveOut(IReadOnlyList<UnitId> units, UnitId refuge, Actor actor, DateTimeOffset now)
    {
        foreach (var part in _routings.FindAll(r => r.IsOpen && units.Contains(r.To)))
        {
            var letter = _replies.Find(r => r.Id == part.Id && r.Status == ReplyStatus.AwaitingApproval);
            letter?.Withdraw(actor.UserId, now);
            EndHold(part, now);
            End(part, RoutingState.Forwarded, now);
            var leg = new RoutingLeg(part.Id, part.To, refuge, part.Purpose, part.Priority, null, actor.UserId);
            Record(MovementKind.PartMoved, SendOut(leg, now), actor.UserId, now);
            Raise(new PartMoved(Id, part.Id, part.To, refuge, letter?.ApproverUnit, now));
        }
    }

    /// <summary>
    /// Whether this person may take the mark from a unit (S38): who set it, while still an officer of the unit it was set from, and a
    /// manager (yönetici) of that unit or of one above. Who is blind to the case does not come this far.
    /// </summary>
    /// <param name="markedFrom">The unit the mark was set from, with all above it.</param>
    public static Outcome MayLift(ExcludedRecipient exclusion, UnitLineage markedFrom, Actor actor) =>
        (exclusion.MarkedBy == actor.UserId && actor.Is(OfficerRole.CaseOfficer, exclusion.MarkedFrom))
            || actor.Roles.Any(on => on.Role == OfficerRole.Executive && markedFrom.IsWithin(on.Unit))
            ? Outcome.Accepted
            : new Refusal.NotYoursToLift(exclusion.MarkedFrom);

    /// <summary>The mark is taken from a unit, with a reason; whoever was blind by it alone sees the case again.</summary>
    /// <returns>Refused with <see cref="Refusal.NotYoursToLift"/>, <see cref="Refusal.TextMissing"/>, <see cref="Refusal.TextTooLong"/>.</returns>
    public Outcome LiftExclusion(UnitId unit, UnitLineage markedFrom, string reason, Actor actor, DateTimeOffset now)
    {
        if (_exclusions.Find(x => x.Unit == unit) is not { } exclusion) return Outcome.Accepted;
        if (MayLift(exclusion, markedFrom, actor).Refusal is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal.TextMissing();
        if (reason.Length > LongestNote) return new Refusal.TextTooLong(reason.Length, LongestNote);

        _exclusions.Remove(exclusion);
        Version++;
        Record(MovementKind.ExclusionLifted, routing: null, actor.UserId, now, reason.Trim(), about: unit);
        Raise(new ExclusionLifted(Id, unit, actor.UserId, now));
        return Outcome.Accepted;
    }
}
