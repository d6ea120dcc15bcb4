namespace Bimer.Blazor.Shell.Showcase;

/// <summary>Names the sample texts of the showcase, which exists in Development only and speaks Turkish only.</summary>
public sealed class ShowcaseWords;
