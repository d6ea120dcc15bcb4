using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// How long <em>Bilgi Alındı</em> can be taken back, its end included. The screen offers it for eight seconds; many at once take minutes,
    /// and nobody else's work hangs on it, so the rule is more patient than the screen.
    /// </summary>
    public static readonly TimeSpan AcknowledgingMayBeUndoneFor = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The holder has read what came for information and puts it away (Bilgi Alındı, S37): the part ends; nothing of the case waited for
    /// it. A hold of it ends too.
    /// </summary>
    /// <returns>As every act of somebody who does not hold the part; or <see cref="Refusal.NotForInformation"/>.</returns>
    public Outcome Acknowledge(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (routing.Purpose != RoutingPurpose.Information) return new Refusal.NotForInformation();

        EndHold(routing, now);
        End(routing, RoutingState.Noted, now);
        Record(MovementKind.Acknowledged, routing, actor.UserId, now);
        Raise(new CaseAcknowledged(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>
    /// The same person takes it back at once (Vazgeç): the part lies again where it lay, what was on hold in the box it was held back
    /// from. Its time at the unit goes on as if it had never ended; both are told in the history. What is not put away stays as it is.
    /// </summary>
    /// <returns>
    /// Refused with <see cref="Refusal.AlreadyOpened"/> to anybody else, with <see cref="Refusal.AcknowledgementStands"/> later, with
    /// <see cref="Refusal.AlreadyThere"/> once the unit was sent it anew.
    /// </returns>
    public Outcome UndoAcknowledging(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (routing.State == RoutingState.Noted)
        {
            if (MayUndoAcknowledging(routingId, actor, now).Refusal is { } refusal) return refusal;
            routing.Reopen(CameBackTo(routing) ? RoutingState.CameBack : RoutingState.Held, RankOf(routing.Id.Sequence, routing.Resumes));
            RecountPriority();
            Record(MovementKind.AcknowledgingUndone, routing, actor.UserId, now);
            Raise(new AcknowledgingUndone(Id, routing.Id, routing.To, actor.UserId, now));
            return Outcome.Accepted;
        }

        return WhyNotHolder(routing, actor) is { } notHolder ? notHolder : Outcome.Accepted;
    }

    /// <summary>Whether what was put away can still be taken back by this person, and until when (Vazgeç süresi).</summary>
    /// <returns>The last instant that still counts; refused as <see cref="UndoAcknowledging"/> would be of a part that is put away, or <see cref="Refusal.NotFound"/> of any other.</returns>
    public Outcome<DateTimeOffset> MayUndoAcknowledging(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (routing is not { State: RoutingState.Noted, Custodian: { } reader, OpenedAt: { } openedAt, EndedAt: { } endedAt }) return new Refusal.NotFound();
        if (reader != actor.UserId) return new Refusal.AlreadyOpened(reader, openedAt);
        if (!actor.Is(OfficerRole.CaseOfficer, routing.To)) return new Refusal.NotAnOfficerOf(routing.To);
        if (now - endedAt > AcknowledgingMayBeUndoneFor) return new Refusal.AcknowledgementStands();
        if (_routings.Exists(r => r.IsOpen && r.To == routing.To && r.Purpose == RoutingPurpose.Information)) return new Refusal.AlreadyThere(routing.To);
        return endedAt + AcknowledgingMayBeUndoneFor;
    }

    /// <summary>It came back into the hands of whoever had sent it, not into the unit's inbox.</summary>
    private bool CameBackTo(Routing leg) =>
        leg.Parent is { } parent && RoutingOf(parent).State == RoutingState.Returned && leg.OpenedAt == leg.SentAt;
}
