using Bimer.Blazor.Persistence.Files.Drawing;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>What this server can make of a case, for the screen that offers it.</summary>
public sealed class ReportMeans(PagePrinting printing, PostRoom postRoom)
{
    /// <summary>Letters can be put into their envelopes unseen.</summary>
    public bool HasPostRoom => postRoom.IsThere && printing.IsThere;

    public bool MakesFiles => printing.IsThere;
}
