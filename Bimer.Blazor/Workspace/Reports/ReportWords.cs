namespace Bimer.Blazor.Workspace.Reports;

/// <summary>Names the resource with the words of reports.</summary>
public sealed class ReportWords;
