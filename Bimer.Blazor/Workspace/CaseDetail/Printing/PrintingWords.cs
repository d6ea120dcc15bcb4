namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Names the words of the printed report and of the page that looks a printout up.</summary>
public sealed class PrintingWords;
