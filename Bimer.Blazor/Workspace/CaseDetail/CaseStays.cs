using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>How long a unit had the case, or has had it until now (S59).</summary>
public sealed record DwellPart(string Unit, DateTimeOffset From, DateTimeOffset Until, bool IsMine);

/// <summary>One way through the units with its stays, which follow one another and add up to its age (S59).</summary>
/// <param name="Age">In seconds.</param>
public sealed record BranchLines(IReadOnlyList<StayLine> Stays, long Age);

/// <param name="Person">None while it waited, and while a letter lay before the approvers.</param>
public sealed record StayLine(string Unit, string? Person, StayKind Kind, DateTimeOffset From, DateTimeOffset Until, long Seconds, bool IsMine);
