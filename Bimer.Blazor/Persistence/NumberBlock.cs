namespace Bimer.Blazor.Persistence;

/// <summary>How far a series of numbers has been given out; processes take blocks, so gaps after a crash are expected.</summary>
public sealed class NumberBlock
{
    public string Series { get; init; } = "";

    /// <summary>The next number nobody has taken yet.</summary>
    public long Next { get; init; }
}
