namespace Bimer.Domain.Ports;

/// <summary>Looks into a file for what harms (virüs taraması, I8). Where none is configured nothing is looked into.</summary>
public interface IScanner
{
    /// <summary>Whether there is one.</summary>
    bool IsThere { get; }

    /// <summary>Looks at a whole file. Never throws for what the scanner does; asking again cannot harm.</summary>
    /// <param name="content">Read once, not disposed.</param>
    /// <returns>None: it is away, too slow, or said that it cannot.</returns>
    Task<ScanAnswer?> ScanAsync(Stream content, CancellationToken ct);
}

/// <summary>What a scanner said of a file.</summary>
/// <param name="IsHarmful">It found something (zararlı).</param>
/// <param name="Found">Its own name for that; empty for none.</param>
public sealed record ScanAnswer(bool IsHarmful, string Found = "");
