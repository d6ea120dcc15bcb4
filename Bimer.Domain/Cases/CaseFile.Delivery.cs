using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// Whether this person decides about an answer of which nobody knows whether it arrived (belirsiz): coordinators and managers of
    /// the unit that answered or of one above it, and the person who signed it.
    /// </summary>
    /// <param name="answering">The unit whose letter it is, with all above it.</param>
    public Outcome MayResolveMail(RoutingId routingId, UnitLineage answering, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(answering);
        ArgumentNullException.ThrowIfNull(actor);
        return _replies.Exists(r => r.Id == routingId && r.DecidedBy == actor.UserId) || Coordinates(answering, actor)
            ? Outcome.Accepted
            : new Refusal.NotYoursToResolve(answering.Unit);
    }

    /// <summary>
    /// Whether this person may say that the printed letter went by post (postalandı): the officers of the unit that answered, and whoever
    /// decides about its mail.
    /// </summary>
    public Outcome MayPostLetter(RoutingId routingId, UnitLineage answering, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(answering);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(OfficerRole.CaseOfficer, answering.Unit) ? Outcome.Accepted : MayResolveMail(routingId, answering, actor);
    }

    /// <summary>Whether such answers of this unit are decided by the person whoever signed them (koordinatör, yönetici).</summary>
    public static bool Coordinates(UnitLineage answering, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(answering);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Roles.Any(on => on.Role.ReachesBelow() && answering.IsWithin(on.Unit));
    }
}
