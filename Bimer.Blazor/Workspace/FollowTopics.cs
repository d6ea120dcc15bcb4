using Bimer.Blazor.Live;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>The bells that ring when something is followed or left, for oneself or for a unit one works in.</summary>
internal static class FollowTopics
{
    /// <summary>The last is the person's own.</summary>
    public static IEnumerable<LiveTopic> Of(Actor actor) =>
        actor.Roles.Where(on => on.Role != OfficerRole.Approver).Select(on => on.Unit).Distinct().Select(LiveTopic.UnitFollows).Append(LiveTopic.Follows(actor.UserId));
}
