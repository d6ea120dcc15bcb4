using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// A further mail about the same matter joins the case (ek e-posta, S12): its holder lays it among the papers. The clock, custody and the words
    /// of the petition stay as they are.
    /// </summary>
    /// <returns>Refused with <see cref="Refusal.AlreadyOpened"/>, <see cref="Refusal.NotOpened"/>, <see cref="Refusal.AlreadyClosed"/>, <see cref="Refusal.NotAnOfficerOf"/>.</returns>
    public Outcome JoinMail(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;

        Version++;
        Record(MovementKind.MailJoined, routing, actor.UserId, now);
        Raise(new MailJoined(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }
}
