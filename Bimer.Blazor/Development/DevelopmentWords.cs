namespace Bimer.Blazor.Development;

/// <summary>Names the words of the developer's pages: DevelopmentWords.resx (Turkish) and DevelopmentWords.en.resx.</summary>
public sealed class DevelopmentWords;
