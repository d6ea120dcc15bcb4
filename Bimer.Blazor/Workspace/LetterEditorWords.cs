namespace Bimer.Blazor.Workspace;

/// <summary>Names the words of the box in which topics are picked.</summary>
public sealed class LetterEditorWords;
