namespace Bimer.Blazor.Workspace.Holding;

/// <summary>Names the words of this room: HoldingWords.resx (Turkish) and HoldingWords.en.resx.</summary>
public sealed class HoldingWords;
