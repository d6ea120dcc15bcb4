namespace Bimer.Blazor.Facts.Demo;

/// <summary>Where people live: İstanbul, Ankara, İzmir, Konya and Antalya first (the order of the volumes), the rest by neighbourhoods.</summary>
internal sealed class DemoPlaces
{
    private static readonly Dictionary<string, double> Percent = new(StringComparer.Ordinal)
    {
        ["34"] = 20, ["06"] = 13, ["35"] = 10, ["42"] = 5.5, ["07"] = 4.5,
    };

    private readonly Dictionary<string, ProvinceFact> _provinces;
    private readonly Weighted<string> _plates;
    private readonly Dictionary<string, Weighted<DistrictFact>> _districts;

    public DemoPlaces(FactBook book, DemoOfficers officers)
    {
        var byPlate = book.Districts.ToLookup(d => d.Plate, StringComparer.Ordinal);
        var average = book.Districts.Sum(d => d.Neighbourhoods) / (double)book.Provinces.Count;
        _provinces = book.Provinces.ToDictionary(p => p.Plate, StringComparer.Ordinal);
        _plates = new(book.Provinces.Select(p => (p.Plate, Weight(p.Plate, byPlate[p.Plate].Sum(d => d.Neighbourhoods) / average))));
        _districts = byPlate.ToDictionary(g => g.Key, g => new Weighted<DistrictFact>(g.Select(d => (d, Weight(d, officers)))), StringComparer.Ordinal);
    }

    public ProvinceFact ProvinceOf(DistrictFact district) => _provinces[district.Plate];

    public DistrictFact Draw(Dice dice) => _districts[_plates.Draw(dice)].Draw(dice);

    private static double Weight(string plate, double size) =>
        Percent.TryGetValue(plate, out var percent) ? percent : 0.6 * Math.Clamp(size, 0.5, 1.7);

    // Districts with officers get more, so that the demo's units have work in every box.
    private static double Weight(DistrictFact district, DemoOfficers officers)
    {
        var unit = UnitIds.DistrictGovernorship(int.Parse(district.Plate, System.Globalization.CultureInfo.InvariantCulture), district.Number);
        return (20 + district.Neighbourhoods) * (officers.AreIn(unit) ? 4 : 1);
    }
}
