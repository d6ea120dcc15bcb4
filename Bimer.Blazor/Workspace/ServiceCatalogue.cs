using Bimer.Blazor.Facts;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>One service a unit offers, as an answer is filed under it.</summary>
public sealed record ServiceChoice(string Code, string Name);

/// <summary>The services of each unit (hizmet envanteri, S45): a list for every kind of unit, and one of its own for every directorate.</summary>
public sealed class ServiceCatalogue(UnitDirectory units)
{
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

    private string? DirectorateKey(Unit unit) =>
        unit is { Kind: UnitKind.Directorate, FunctionalParent: { } ministry } && units.Find(ministry) is { } found
            ? DirectorateOfMinistry.GetValueOrDefault(found.Name)
            : null;
}
