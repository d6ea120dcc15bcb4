namespace Bimer.Blazor.Workspace.Recalling;

/// <summary>Names the words of this room: RecallingWords.resx (Turkish) and RecallingWords.en.resx.</summary>
public sealed class RecallingWords;
