namespace Bimer.Blazor.Portal;

/// <summary>Names the words of the gate and the start page: GateWords.resx (Turkish) and GateWords.en.resx.</summary>
public sealed class GateWords;
