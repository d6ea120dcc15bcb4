namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>Names the words of the boxes: InboxWords.resx (Turkish) and InboxWords.en.resx.</summary>
public sealed class InboxWords;
