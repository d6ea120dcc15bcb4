using Bimer.Blazor.Facts;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Searching;

namespace Bimer.Blazor.Workspace;

/// <summary>One service a unit offers, as an answer is filed under it.</summary>
public sealed record ServiceChoice(string Code, string Name);

/// <summary>The services of each unit (hizmet envanteri, S45): a list for every kind of unit, and one of its own for every directorate.</summary>
public sealed class ServiceCatalogue(UnitDirectory units)
{
    /// <summary>The most that is answered; a longer list is not read but typed on.</summary>
    public const int MostFound = 12;

    private static readonly ILookup<(UnitKind, string?), ServiceChoice> Shelves =
        FactBook.Shipped.Catalogue.ToLookup(c => (c.UnitKind, c.Directorate), c => new ServiceChoice(c.Code, c.Name));

    private static readonly Dictionary<string, string> Names =
        FactBook.Shipped.Catalogue.ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> DirectorateOfMinistry =
        FactBook.Shipped.Directorates.ToDictionary(d => d.Ministry, d => d.Key, StringComparer.Ordinal);

    /// <summary>The unit's own services, in the order of their codes.</summary>
    public IReadOnlyList<ServiceChoice> Of(UnitId id) =>
        units.Find(id) is { } unit ? [.. Shelves[(unit.Kind, DirectorateKey(unit))]] : [];

    /// <summary>Whether an answer can be filed under it at all; which unit offers it is the writer's choice (S45).</summary>
    public static bool Has(string code) => Names.ContainsKey(code);

    /// <summary>The name of a service; the code itself where the catalogue no longer has it.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>The unit whose services are proposed first, and those above it up to its institution.</summary>
    public IReadOnlyList<(UnitId Id, string Name)> UnitsFor(UnitId id) =>
        [.. units.LineageOf(id).SelfAndAbove.Where(u => Of(u).Count > 0).Select(u => (u, units.NameOf(u)))];

    /// <summary>The unit among those of <see cref="UnitsFor"/> that offers it; none where none does.</summary>
    public UnitId? OwnerOf(UnitId asking, string code) =>
        UnitsFor(asking).Where(u => Of(u.Id).Any(s => string.Equals(s.Code, code, StringComparison.Ordinal))).Select(u => (UnitId?)u.Id).FirstOrDefault();

    /// <summary>The services of these units whose names hold the beginnings of all words typed, Turkish letters or not; the nearest unit's first.</summary>
    public IReadOnlyList<ServiceChoice> Find(UnitId asking, string typed)
    {
        var words = FoldedWords.In(typed).Select(word => word.Folded).ToList();
        if (words.Count == 0) return [];
        return
        [
            .. UnitsFor(asking).SelectMany(u => Of(u.Id)).DistinctBy(s => s.Code, StringComparer.Ordinal)
                .Where(s => Holds(s.Name, words))
                .Take(MostFound),
        ];
    }

    /// <summary>The services of any unit, found the same way; in the order of their names.</summary>
    public static IReadOnlyList<ServiceChoice> FindAny(string typed)
    {
        var words = FoldedWords.In(typed).Select(word => word.Folded).ToList();
        if (words.Count == 0) return [];
        return [.. Names.Where(s => Holds(s.Value, words)).OrderBy(s => TurkishSortKey.Of(s.Value), StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostFound).Select(s => new ServiceChoice(s.Key, s.Value))];
    }

    private static bool Holds(string name, List<string> words) =>
        FoldedWords.In(name).Select(word => word.Folded).ToList() is var told && words.TrueForAll(word => told.Exists(own => own.StartsWith(word, StringComparison.Ordinal)));

    private string? DirectorateKey(Unit unit) =>
        unit is { Kind: UnitKind.Directorate, FunctionalParent: { } ministry } && units.Find(ministry) is { } found
            ? DirectorateOfMinistry.GetValueOrDefault(found.Name)
            : null;
}
