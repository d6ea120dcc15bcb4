using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>The recipients of a forward as the rules know them; of another institution that is to act the citizen will be told (3071 m.5).</summary>
public sealed class ForwardTargets(UnitDirectory units, RecallPolicies policies)
{
    // The last instant of taking back still counts.
    private static readonly TimeSpan JustAfter = TimeSpan.FromSeconds(1);

    /// <param name="sender">The unit that sends.</param>
    /// <param name="to">A line of the list; its unit is looked up here.</param>
    /// <param name="now">When it is sent.</param>
    public ForwardTo From(UnitId sender, ForwardTo to, DateTimeOffset now) =>
        to with { TellAfter = to.Purpose == RoutingPurpose.Action && units.IsElsewhere(sender, to.Unit.Unit) ? now + policies.Of(sender).Window + JustAfter : null };

    public ForwardTo Line(UnitId unit, RoutingPurpose purpose, Priority priority, string? note) => new(units.LineageOf(unit), purpose, priority, note);
}
