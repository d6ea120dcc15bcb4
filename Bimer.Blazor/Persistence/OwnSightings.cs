using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Who had the applicant's identity open, as the record says it: the applicant is told of offices, staff of nothing here.</summary>
internal static class OwnSightings
{
    /// <summary>The latest; whoever asks for more asks the institution.</summary>
    private const int Most = 100;

    internal static async Task<IReadOnlyList<OwnSighting>> ReadAsync(BimerDbContext db, UnitDirectory units, CaseFile caseFile, CancellationToken ct)
    {
        var found = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == caseFile.Id && (e.Action == "identity.revealed" || e.Action == "identity.searched"))
            .OrderByDescending(e => e.Sequence).Take(Most).Select(e => new { e.At, e.Action, e.Unit, e.Routing }).ToListAsync(ct);
        return [.. found.Select(e => new OwnSighting(e.At, NameOf(e.Unit ?? caseFile.Routings.FirstOrDefault(part => part.Id == e.Routing)?.To), string.Equals(e.Action, "identity.searched", StringComparison.Ordinal)))];

        string? NameOf(UnitId? unit) => unit is not { } id ? null
            : caseFile.Concealment == IdentityConcealment.None ? units.NameOf(id)
            : units.InstitutionOf(id) is { } institution ? UnitDirectory.Label(institution) : units.Centre.Name;
    }
}
