using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Searching;

/// <summary>A case that holds all words, as its reader may see it.</summary>
/// <param name="MaskedName">Initial and stars; none while the identity is hidden.</param>
public sealed record CaseHit(
    CaseId Id, CaseKind Kind, IntakeChannel Channel, Priority Priority, IdentityConcealment Concealment, string? MaskedName, string Summary, string Text,
    DateTimeOffset FiledAt, DateOnly DueOn, DateTimeOffset DueEndsAt, DateTimeOffset? ClosedAt);
