namespace Bimer.Blazor.Workspace;

/// <summary>Names the words that say how the draft of a desk stands.</summary>
public sealed class DraftNoteWords;
