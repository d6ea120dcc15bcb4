namespace Bimer.Blazor.Workspace.Registering;

/// <summary>Names the words of this room.</summary>
public sealed class RegisteringWords;
