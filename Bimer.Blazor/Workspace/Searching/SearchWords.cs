namespace Bimer.Blazor.Workspace.Searching;

/// <summary>Names the words of this room.</summary>
public sealed class SearchWords;
