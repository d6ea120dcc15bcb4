namespace Bimer.Blazor.Workspace.Approving;

/// <summary>Names the words of this room.</summary>
public sealed class ApprovingWords;
