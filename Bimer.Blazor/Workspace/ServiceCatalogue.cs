using System.Collections.Concurrent;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Catalogue;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>One service a unit offers, as an answer is filed under it.</summary>
public sealed record ServiceChoice(string Code, string Name);

/// <summary>
/// The services of each unit (hizmet envanteri, S45): a list for every kind of unit, one of its own for every directorate, and what each unit changed of its list (decision 0103).
/// </summary>
public sealed class ServiceCatalogue(UnitDirectory units, CatalogueBook book)
{
    /// <summary>The most that is answered; a longer list is not read but typed on.</summary>
    public const int MostFound = 12;

    private static readonly ILookup<(UnitKind, string?), CatalogueItem> Shelves =
        FactBook.Shipped.Catalogue.ToLookup(c => (c.UnitKind, c.Directorate), c => new CatalogueItem(c.Code, c.Name, IsClosed: false));

    private static readonly Dictionary<string, string> Names =
        FactBook.Shipped.Catalogue.ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> DirectorateOfMinistry =
        FactBook.Shipped.Directorates.ToDictionary(d => d.Ministry, d => d.Key, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<UnitId, Kept> _changed = new();

    /// <summary>The unit's whole list, closed services too.</summary>
    public UnitCatalogue ListOf(UnitId id)
    {
        var changes = book.Of(id);
        if (changes.Count == 0) return UnitCatalogue.Of(ShippedFor(id), changes);
        if (_changed.TryGetValue(id, out var kept) && ReferenceEquals(kept.Changes, changes)) return kept.List;
        var list = UnitCatalogue.Of(ShippedFor(id), changes);
        _changed[id] = new Kept(changes, list);
        return list;
    }

    /// <summary>The list the unit began with; empty for an unknown unit.</summary>
    public IEnumerable<CatalogueItem> ShippedFor(UnitId id) => units.Find(id) is { } unit ? Shelves[(unit.Kind, DirectorateKey(unit))] : [];

    /// <summary>The unit's own services that are offered, those shipped in the order of their codes and then those it added.</summary>
    public IReadOnlyList<ServiceChoice> Of(UnitId id) => [.. ListOf(id).Items.Where(item => !item.IsClosed).Select(item => new ServiceChoice(item.Code, item.Name))];

    /// <summary>A draft keeps it; whether it can be sent is asked by <see cref="WhyNotAsync"/>.</summary>
    public static bool Has(string code) => Names.ContainsKey(code) || UnitCatalogue.IsOwnCode(code);

    /// <summary>What the unit that answers calls it, or the nearest above that has it, closed or not; the code itself where no list has it.</summary>
    public string NameOf(UnitId asking, string code) =>
        ListsFor(asking).Select(list => list.Find(code)?.Name).FirstOrDefault(name => name is not null) ?? Names.GetValueOrDefault(code, code);

    /// <summary>What it was shipped as, whatever a unit calls it; of a service of a unit's own, what that unit calls it. The code itself where there is none.</summary>
    public string NameOf(string code) => Names.TryGetValue(code, out var shipped) ? shipped : book.OwnNames.GetValueOrDefault(code, code);

    /// <summary>Some list the unit answers by has it, and none offers it any more.</summary>
    public bool IsClosed(UnitId asking, string code)
    {
        List<CatalogueItem> found = [.. ListsFor(asking).Select(list => list.Find(code)).OfType<CatalogueItem>()];
        return found.Count > 0 && found.TrueForAll(item => item.IsClosed);
    }

    /// <summary>Whether a letter can be filed under it, asked of the database: what is in memory may be a moment old.</summary>
    /// <returns>None where it can. <see cref="Refusal.CatalogueServiceMissing"/> of what no list has: which unit offers it is the writer's choice (S45), but there must be one.</returns>
    internal async Task<Refusal?> WhyNotAsync(BimerDbContext db, UnitId asking, string code, CancellationToken ct)
    {
        List<UnitId> above = [.. units.LineageOf(asking).SelfAndAbove];
        var kept = await db.CatalogueChanges.AsNoTracking().Where(c => c.Code == code && above.Contains(c.Unit)).OrderBy(c => c.Sequence).ToListAsync(ct);
        var found = above.Select(unit => UnitCatalogue.Of(
            ShippedFor(unit).Where(item => string.Equals(item.Code, code, StringComparison.Ordinal)), kept.Where(c => c.Unit == unit).Select(c => c.Change)).Find(code)).OfType<CatalogueItem>().ToList();
        if (found.Exists(item => !item.IsClosed)) return null;
        return found.Count > 0 ? new Refusal.CatalogueServiceClosed(found[0].Name) : Names.ContainsKey(code) ? null : new Refusal.CatalogueServiceMissing();
    }

    /// <summary>The unit whose services are proposed first, and those above it up to its institution.</summary>
    public IReadOnlyList<(UnitId Id, string Name)> UnitsFor(UnitId id) =>
        [.. units.LineageOf(id).SelfAndAbove.Where(u => Of(u).Count > 0).Select(u => (u, units.NameOf(u)))];

    /// <summary>The unit among those of <see cref="UnitsFor"/> that offers it; none where none does.</summary>
    public UnitId? OwnerOf(UnitId asking, string code) =>
        units.LineageOf(asking).SelfAndAbove.Where(u => ListOf(u).Find(code) is { IsClosed: false }).Select(u => (UnitId?)u).FirstOrDefault();

    /// <summary>The services of these units whose names hold the beginnings of all words typed, Turkish letters or not; the nearest unit's first.</summary>
    public IReadOnlyList<ServiceChoice> Find(UnitId asking, string typed)
    {
        var words = WordsOf(typed);
        if (words.Count == 0) return [];
        return [.. UnitsFor(asking).SelectMany(u => Of(u.Id)).DistinctBy(s => s.Code, StringComparer.Ordinal).Where(s => Holds(s.Name, words)).Take(MostFound)];
    }

    /// <summary>The services of any unit, shipped or its own, found the same way; in the order of their names.</summary>
    public IReadOnlyList<ServiceChoice> FindAny(string typed)
    {
        var words = WordsOf(typed);
        if (words.Count == 0) return [];
        return [.. Names.Concat(book.OwnNames).Where(s => Holds(s.Value, words)).OrderBy(s => TurkishSortKey.Of(s.Value), StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostFound).Select(s => new ServiceChoice(s.Key, s.Value))];
    }

    /// <summary>The name holds the beginnings of all these words.</summary>
    internal static bool Holds(string name, IReadOnlyList<string> words)
    {
        var told = WordsOf(name);
        return words.All(word => told.Exists(own => own.StartsWith(word, StringComparison.Ordinal)));
    }

    internal static List<string> WordsOf(string text) => [.. FoldedWords.In(text).Select(word => word.Folded)];

    private IEnumerable<UnitCatalogue> ListsFor(UnitId asking) => units.LineageOf(asking).SelfAndAbove.Select(ListOf);

    private string? DirectorateKey(Unit unit) =>
        unit is { Kind: UnitKind.Directorate, FunctionalParent: { } ministry } && units.Find(ministry) is { } found
            ? DirectorateOfMinistry.GetValueOrDefault(found.Name)
            : null;

    private sealed record Kept(IReadOnlyList<CatalogueChange> Changes, UnitCatalogue List);
}
