namespace Bimer.Blazor.Shell;

/// <summary>Names the words of the frame: ShellWords.resx (Turkish) and ShellWords.en.resx.</summary>
public sealed class ShellWords;
