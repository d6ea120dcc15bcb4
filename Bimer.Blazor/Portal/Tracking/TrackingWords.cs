namespace Bimer.Blazor.Portal.Tracking;

/// <summary>Names the words of the look-up: TrackingWords.resx (Turkish) and TrackingWords.en.resx.</summary>
public sealed class TrackingWords;
