using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Catalogue;

/// <summary>What the units changed of their services, in memory: a picker is answered between two keystrokes. Few units change much.</summary>
public sealed class CatalogueBook(IDbContextFactory<BimerDbContext> dbFactory)
{
    private volatile IReadOnlyDictionary<string, string> _ownNames = new Dictionary<string, string>(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<UnitId, IReadOnlyList<CatalogueChange>> _byUnit = new Dictionary<UnitId, IReadOnlyList<CatalogueChange>>();

    /// <summary>In the order they were made; the same list until somebody changes something.</summary>
    public IReadOnlyList<CatalogueChange> Of(UnitId unit) => _byUnit.GetValueOrDefault(unit, []);

    /// <summary>What the services that units added are called now, by their codes; closed ones too.</summary>
    public IReadOnlyDictionary<string, string> OwnNames => _ownNames;

    /// <summary>Reads all of them: at the start and after each change.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var kept = await db.CatalogueChanges.AsNoTracking().OrderBy(c => c.Unit).ThenBy(c => c.Sequence).ToListAsync(ct);
        var (before, now) = (_byUnit, kept.GroupBy(c => c.Unit).ToDictionary(g => g.Key, g => (IReadOnlyList<CatalogueChange>)[.. g.Select(c => c.Change)]));
        // They are only ever added to, so their number tells.
        foreach (var (unit, changes) in now.Where(one => before.TryGetValue(one.Key, out var known) && known.Count == one.Value.Count).ToList()) now[unit] = before[unit];
        _byUnit = now;
        _ownNames = kept.Where(c => UnitCatalogue.IsOwnCode(c.Code)).GroupBy(c => c.Code, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.Last().Name, StringComparer.Ordinal);
    }
}
