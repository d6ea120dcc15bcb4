using System.Collections.Frozen;

namespace Bimer.Domain.Cases;

/// <summary>A province with its districts in Turkish order (il, ilçeler).</summary>
/// <param name="Plate">Plate number, 1 to 81.</param>
public sealed record Province(int Plate, string Name, IReadOnlyList<string> Districts);

/// <summary>Every place of the country a petition may name (yer listesi).</summary>
public sealed class PlaceDirectory
{
    private readonly FrozenDictionary<int, Province> _byPlate;

    public PlaceDirectory(IEnumerable<Province> provinces)
    {
        Provinces = [.. provinces];
        _byPlate = Provinces.ToFrozenDictionary(p => p.Plate);
    }

    /// <summary>In Turkish order of their names.</summary>
    public IReadOnlyList<Province> Provinces { get; }

    /// <summary>The place, or null when there is no such province or no such district in it.</summary>
    public Place? Find(int plate, string? district)
    {
        if (_byPlate.GetValueOrDefault(plate) is not { } province) return null;
        if (string.IsNullOrEmpty(district)) return new Place(plate, null);
        return province.Districts.Contains(district, StringComparer.Ordinal) ? new Place(plate, district) : null;
    }

    /// <summary>The province's name by its plate number (il), or null when there is none.</summary>
    public string? NameOf(int plate) => _byPlate.GetValueOrDefault(plate)?.Name;
}
