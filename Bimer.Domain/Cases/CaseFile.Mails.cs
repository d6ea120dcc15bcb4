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

    /// <summary>
    /// A later scan or letter of the applicant joins the case (Belge Ekle): its holder lays it among the papers. The clock, custody and the words of the petition stay as they are.
    /// </summary>
    /// <returns>Refused as <see cref="JoinMail"/>.</returns>
    public Outcome AddPaper(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;

        Version++;
        Record(MovementKind.PaperAdded, routing, actor.UserId, now);
        Raise(new PaperAdded(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }
}
