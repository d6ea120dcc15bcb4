namespace Bimer.Blazor.Cli;

/// <summary>Marks the words of the console.</summary>
public sealed class CliWords;
