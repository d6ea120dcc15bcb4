namespace Bimer.Blazor.Workspace.Replying;

/// <summary>Names the words of this room.</summary>
public sealed class ReplyingWords;
