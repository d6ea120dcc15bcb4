namespace Bimer.Blazor.Shell.Own;

/// <summary>Names the words of the look-up: TrackingWords.resx (Turkish) and TrackingWords.en.resx.</summary>
public sealed class TrackingWords;
