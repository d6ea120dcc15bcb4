using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>
/// One line of a box as its reader reads it, drawn once: whoever sees the same line has the same piece of memory.
/// </summary>
/// <param name="Address">Where the line leads, also in a new tab.</param>
/// <param name="Look">What stands in the line while its case lies in the box.</param>
/// <param name="LookGone">The same once it has left.</param>
public sealed record BoxLine(BoxMark Mark, string Number, string Address, Markup Look, Markup LookGone)
{
    public RoutingId Routing => Mark.Routing;
}

/// <summary>A part of a box in words, shared by all who read the same part in the same language.</summary>
/// <param name="ByRouting">The same lines by the part of the case they tell of.</param>
public sealed record WrittenPage(BoxPage Page, IReadOnlyList<BoxLine> Lines, IReadOnlyDictionary<RoutingId, BoxLine> ByRouting);
