using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>The bells that ring when a person becomes blind to a case: of every unit they belong to by any role, and of all above those.</summary>
internal static class Subtrees
{
    public static IEnumerable<LiveTopic> SubtreesOf(this UnitDirectory units, Actor actor) =>
        actor.Roles.SelectMany(on => units.LineageOf(on.Unit).SelfAndAbove).Distinct().Select(LiveTopic.Subtree);
}
