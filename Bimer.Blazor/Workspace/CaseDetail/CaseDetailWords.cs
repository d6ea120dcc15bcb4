namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Names the words of the case page: CaseDetailWords.resx (Turkish) and CaseDetailWords.en.resx.</summary>
public sealed class CaseDetailWords;
