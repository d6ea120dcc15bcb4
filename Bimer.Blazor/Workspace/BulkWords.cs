namespace Bimer.Blazor.Workspace;

/// <summary>Names the words of bulk acts: BulkWords.resx (Turkish) and BulkWords.en.resx.</summary>
public sealed class BulkWords;
