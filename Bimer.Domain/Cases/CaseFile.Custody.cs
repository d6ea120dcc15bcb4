using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// An officer opens a part from the unit inbox; from now on it is theirs (zimmet, S21). Opening what is already one's own
    /// changes nothing and is accepted. Custody never lapses by itself.
    /// </summary>
    /// <returns>
    /// Refused with <see cref="Refusal.NotAnOfficerOf"/>, <see cref="Refusal.AlreadyClosed"/>, or
    /// <see cref="Refusal.AlreadyOpened"/> naming the holder.
    /// </returns>
    public Outcome TakeCustody(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);

        if (!actor.Is(OfficerRole.CaseOfficer, routing.To)) return new Refusal.NotAnOfficerOf(routing.To);
        if (routing.EndedAt is { } endedAt) return new Refusal.AlreadyClosed(routing.State, endedAt);
        if (routing is { Custodian: { } custodian, OpenedAt: { } openedAt })
        {
            return custodian == actor.UserId ? Outcome.Accepted : new Refusal.AlreadyOpened(custodian, openedAt);
        }

        routing.TakeInto(actor.UserId, now);
        Record(MovementKind.CustodyTaken, routing, actor.UserId, now);
        Raise(new CustodyTaken(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }
}
