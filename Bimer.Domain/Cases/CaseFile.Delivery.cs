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
        var signed = _replies.Exists(r => r.Id == routingId && r.DecidedBy == actor.UserId);
        var coordinates = actor.Roles.Any(on =>
            on.Role is OfficerRole.Coordinator or OfficerRole.GeneralCoordinator or OfficerRole.Executive && answering.IsWithin(on.Unit));
        return signed || coordinates ? Outcome.Accepted : new Refusal.NotYoursToResolve(answering.Unit);
    }
}
