using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>
/// One printout of a case (çıktı izi, S42): who took it, when, at which computer, and what it said. Committed, with its row in the audit
/// chain, before the paper leaves the server.
/// </summary>
public sealed class PrintTrace
{
    /// <summary>The code on the paper, without hyphens.</summary>
    public string Code { get; init; } = "";

    public CaseId CaseId { get; init; }

    public UserId Officer { get; init; }

    /// <summary>The unit in whose name it was taken.</summary>
    public UnitId Unit { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The computer: a random mark its browser keeps.</summary>
    public string Workstation { get; init; } = "";

    /// <summary>Browser and system in words; empty where nothing was recognised.</summary>
    public string Device { get; init; } = "";

    /// <summary>The network address it was sent to.</summary>
    public string Address { get; init; } = "";

    /// <summary>SHA-256 of what the paper says.</summary>
    public byte[] ContentHash { get; init; } = [];

    /// <summary>SHA-256 of the PDF file; none of a page.</summary>
    public byte[]? FileHash { get; init; }
}
