using System.Globalization;
using Bimer.Blazor.Persistence.Audit;
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
        var found = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == caseFile.Id && (e.Action == "identity.revealed" || e.Action == "identity.searched" || e.Action == AuditEntries.OpenedTogether))
            .OrderByDescending(e => e.Sequence).Take(Most).Select(e => new { e.At, e.Action, e.Unit, e.Routing, e.Detail }).ToListAsync(ct);
        var names = await NamesAsync(db, [.. found.Where(e => IsJoint(e.Action)).SelectMany(e => PairIn(e.Detail))], ct);
        return [.. found.Select(e => new OwnSighting(e.At, NameOf(e.Unit ?? caseFile.Routings.FirstOrDefault(part => part.Id == e.Routing)?.To), string.Equals(e.Action, "identity.searched", StringComparison.Ordinal)) { Together = IsJoint(e.Action) ? Pair(PairIn(e.Detail)) : null })];

        OwnPair? Pair(UserId[] two) => two.Length == 2 ? new OwnPair(names.GetValueOrDefault(two[0], "?"), names.GetValueOrDefault(two[1], "?")) : null;

        string? NameOf(UnitId? unit) => unit is not { } id ? null
            : caseFile.Concealment == IdentityConcealment.None ? units.NameOf(id)
            : units.InstitutionOf(id) is { } institution ? UnitDirectory.Label(institution) : units.Centre.Name;
    }

    private static bool IsJoint(string action) => string.Equals(action, AuditEntries.OpenedTogether, StringComparison.Ordinal);

    /// <summary>Who asked and who allowed, as <c>asked-by=1;allowed-by=2</c>.</summary>
    private static UserId[] PairIn(string? detail) =>
        [.. (detail ?? "").Split(';').Select(part => part.Split('=')).Where(part => part.Length == 2).Select(part => new UserId(int.Parse(part[1], CultureInfo.InvariantCulture)))];

    private static async Task<Dictionary<UserId, string>> NamesAsync(BimerDbContext db, IReadOnlyCollection<UserId> people, CancellationToken ct) => people.Count == 0 ? []
        : await db.Officers.AsNoTracking().Where(o => people.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.GivenName + " " + o.Surname, ct);
}
