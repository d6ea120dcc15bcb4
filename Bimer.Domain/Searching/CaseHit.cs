using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Domain.Searching;

/// <summary>A case that holds all words, as its reader may see it.</summary>
/// <param name="MaskedName">Initial and stars; none while the identity is hidden.</param>
public sealed record CaseHit(
    CaseId Id, CaseKind Kind, IntakeChannel Channel, Priority Priority, IdentityConcealment Concealment, string? MaskedName, string Summary, string Text,
    DateTimeOffset FiledAt, CaseTime Time, DateTimeOffset? ClosedAt)
{
    /// <summary>Nobody has opened it for the reader: its outside alone was compared, and only that is here.</summary>
    public bool IsEnvelope { get; init; }

    /// <summary>What of an envelope can be found: its number.</summary>
    /// <returns>None where the words stand inside.</returns>
    public CaseHit? AsEnvelope(SearchText search)
    {
        ArgumentNullException.ThrowIfNull(search);
        var outside = this with { Text = "", Summary = "", IsEnvelope = true };
        return search.StandsIn(new CaseNumber(Id).ToString()) ? outside : null;
    }
}
