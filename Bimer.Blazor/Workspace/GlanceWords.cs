namespace Bimer.Blazor.Workspace;

/// <summary>Names the words of "Ne görecekler?".</summary>
public sealed class GlanceWords;
