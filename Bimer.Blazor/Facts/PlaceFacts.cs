namespace Bimer.Blazor.Facts;

/// <summary>A province (il). The plate (01–81) is its code everywhere; text, because the zero belongs to it.</summary>
public sealed record ProvinceFact(string Plate, string Name)
{
    /// <summary>The plate as a number, 1–81.</summary>
    public int Number { get; } = int.Parse(Plate, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// A district (ilçe) with the approximate centre of its seat (WGS84).
/// <paramref name="Number"/> is our own number within the province; <paramref name="Source"/> says where the point is from.
/// </summary>
public sealed record DistrictFact(string Plate, int Number, string Name, double Latitude, double Longitude, string Source, int Neighbourhoods)
{
    /// <summary>Plate and number, as in <c>06-05</c>: unique in the country, unlike the name.</summary>
    public string Code { get; } = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Plate}-{Number:00}");
}
