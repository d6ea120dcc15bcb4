namespace Bimer.Blazor.Shell.Letters;

/// <summary>Names the words around two versions of a letter.</summary>
public sealed class DifferenceWords;
