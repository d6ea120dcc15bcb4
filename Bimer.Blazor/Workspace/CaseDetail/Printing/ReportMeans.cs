using Bimer.Blazor.Persistence.Files.Drawing;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>What this server can make of a case, for the screen that offers it.</summary>
public sealed class ReportMeans(PagePrinting printing)
{
    public bool MakesFiles => printing.IsThere;
}
