using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Security.Crowds;

/// <summary>Section <c>Bimer:Connections</c>: how much may be open at the same time before further ones are refused.</summary>
public sealed class ConnectionLimits
{
    public const string Section = "Bimer:Connections";

    /// <summary>Requests under way from one address; a whole directorate may sit behind it. None of this machine itself, where a proxy may stand that nobody named.</summary>
    [Range(10, 100_000)]
    public int RequestsPerAddress { get; set; } = 400;

    /// <summary>Connections of circuits of one person, for each screen they may have open: while one is found again the old one may still be there.</summary>
    [Range(2, 100)]
    public int PerScreen { get; set; } = 3;

    /// <summary>Connections of circuits of all people.</summary>
    [Range(10, 1_000_000)]
    public int Circuits { get; set; } = 20_000;

    /// <summary>Connections of any kind; what comes beyond is closed unheard.</summary>
    [Range(100, 1_000_000)]
    public int Altogether { get; set; } = 50_000;
}
