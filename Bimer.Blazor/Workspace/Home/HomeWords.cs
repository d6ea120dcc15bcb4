namespace Bimer.Blazor.Workspace.Home;

/// <summary>Names the words of the desk: HomeWords.resx (Turkish) and HomeWords.en.resx.</summary>
public sealed class HomeWords;
