using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// What is typed for many cases before anything is done. It belongs to the act, not to a form on the screen, so it is there again in another box,
/// and goes on with the next act while this one was not done: whoever forgot a row ticks it and presses the button once more.
/// </summary>
public sealed class BulkDraft
{
    public ForwardBasket Basket { get; } = new();

    public RoutingPurpose Purpose { get; set; } = RoutingPurpose.Action;

    /// <summary>One for all; none leaves each case its own.</summary>
    public Priority? Priority { get; set; }

    public string Note { get; set; } = "";

    /// <summary>The inner day (iç süre) for the next line, the same for every case.</summary>
    public DateOnly? WantedBy { get; set; }

    public HoldForm Terms { get; } = new();
}
