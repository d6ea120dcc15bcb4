using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>
/// One recorded fact: who did or saw what, when. Committed with the change; the sealer gives it a place in the hash chain
/// within a second. Ids and codes only, never what it protects.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Given by the database in writing order.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>A stable code such as <c>case.forwarded</c>.</summary>
    public string Action { get; init; } = "";

    public UserId? Actor { get; init; }

    public CaseId? CaseId { get; init; }

    public RoutingId? Routing { get; init; }

    public UnitId? Unit { get; init; }

    /// <summary>Further ids as <c>key=value</c> pairs separated by semicolons.</summary>
    public string? Detail { get; init; }

    /// <summary>Place in the hash chain, from 1, without gaps; none while unsealed.</summary>
    public long? ChainPosition { get; set; }

    /// <summary>HMAC-SHA256 over the previous hash and this row; none while unsealed.</summary>
    public byte[]? ChainHash { get; set; }
}
