namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>Names the words of this room.</summary>
public sealed class ForwardingWords;
