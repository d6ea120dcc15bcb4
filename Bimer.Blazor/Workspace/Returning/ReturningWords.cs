namespace Bimer.Blazor.Workspace.Returning;

/// <summary>Names the words of this room: ReturningWords.resx (Turkish) and ReturningWords.en.resx.</summary>
public sealed class ReturningWords;
