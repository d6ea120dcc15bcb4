using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Facts;

/// <summary>Puts the tree together from the facts: pure, the same units every time.</summary>
internal sealed class OrganisationTreeBuilder(FactBook book)
{
    private readonly Dictionary<string, DetsisCode> _codesByName = CodesByName(book);
    private readonly Dictionary<string, MinistryFact> _ministries = book.Ministries.ToDictionary(m => m.Name, StringComparer.Ordinal);
    private readonly ILookup<string, DistrictFact> _districts = book.Districts.ToLookup(d => d.Plate, StringComparer.Ordinal);
    private readonly ILookup<string, DistrictFact> _namesakes = book.Districts.ToLookup(d => d.Name, StringComparer.Ordinal);

    public IReadOnlyList<UnitFact> Build() =>
    [
        .. book.Institutions.Select(Institution),
        .. book.Ministries.Select(m => Unit(new(m.Id), m.Name, UnitKind.Ministry, UnitIds.State)),
        .. book.Provinces.SelectMany(Province),
    ];

    private UnitFact Institution(InstitutionFact institution) =>
        Unit(new(institution.Id), institution.Name, institution.Kind, institution.Kind == UnitKind.State ? null : UnitIds.State, institution.RegisterName);

    private IEnumerable<UnitFact> Province(ProvinceFact province)
    {
        var governorship = UnitIds.Governorship(province.Number);
        yield return Unit(governorship, $"{province.Name} Valiliği", UnitKind.Governorship, UnitIds.State) with { Plate = province.Plate };
        foreach (var directorate in book.Directorates) yield return Directorate(province, governorship, directorate);
        foreach (var district in _districts[province.Plate]) yield return District(province, governorship, district);
    }

    private UnitFact Directorate(ProvinceFact province, UnitId governorship, DirectorateFact directorate)
    {
        if (!_ministries.TryGetValue(directorate.Ministry, out var ministry))
            throw new FactFileException("directorates.csv", 0, $"'{directorate.Ministry}' is not in ministries.csv");
        var id = UnitIds.Directorate(province.Number, directorate.Number);
        return Unit(id, $"{province.Name} {directorate.Name}", UnitKind.Directorate, governorship) with
        {
            FunctionalParentId = new UnitId(ministry.Id),
            Plate = province.Plate,
        };
    }

    private UnitFact District(ProvinceFact province, UnitId governorship, DistrictFact district)
    {
        var id = UnitIds.DistrictGovernorship(province.Number, district.Number);
        return Unit(id, $"{district.Name} Kaymakamlığı", UnitKind.DistrictGovernorship, governorship) with
        {
            Plate = province.Plate,
            District = district.Number,
            Qualifier = _namesakes[district.Name].Skip(1).Any() ? province.Name : null,
        };
    }

    private UnitFact Unit(UnitId id, string name, UnitKind kind, UnitId? parent, string? registerName = null)
    {
        var real = _codesByName.GetValueOrDefault(registerName ?? name);
        return new(id, real ?? UnitIds.Representative(id), name, kind, parent, null, null, null, real is null, null);
    }

    // A ministry is found by its name of the period alone: today's "Dışişleri Bakanlığı" may hold another number than the old one.
    private static Dictionary<string, DetsisCode> CodesByName(FactBook book) =>
        book.DetsisCodes.ToDictionary(d => d.PeriodName ?? d.NameNow, d => d.Code, StringComparer.Ordinal);
}
