using System.Globalization;
using System.Text.RegularExpressions;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Fills the slots of one petition's texts; a slot keeps its value, so the answer speaks of the same road as the petition.</summary>
internal sealed partial class SlotFiller(DemoPlaces places, DistrictFact place, DateOnly day, Dice dice)
{
    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");
    private static readonly PetitionTemplates Shipped = PetitionTemplates.Shipped;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The text has a slot nobody knows.</exception>
    public string Fill(string text) => Slot().Replace(text, slot => Value(slot.Groups["name"].Value));

    /// <summary>Gives a slot its value before the text is filled.</summary>
    public SlotFiller With(string slot, string value)
    {
        _values[slot] = value;
        return this;
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot();

    private string Value(string slot)
    {
        if (!_values.TryGetValue(slot, out var value)) _values[slot] = value = Draw(slot);
        return value;
    }

    private string Draw(string slot) => slot switch
    {
        "il" => places.ProvinceOf(place).Name,
        // Nobody says "Merkez Devlet Hastanesi": the central district goes by the name of its province.
        "ilce" => string.Equals(place.Name, "Merkez", StringComparison.Ordinal) ? places.ProvinceOf(place).Name : place.Name,
        "mahalle" => dice.Pick(DemoWords.Shipped.Neighbourhoods),
        "sokak" => dice.Pick(DemoWords.Shipped.Streets),
        "kurum" => dice.Pick(DemoWords.Shipped.Offices),
        "no" => Number(1, 148),
        "sayi" => Number(2, 9),
        "km" => Number(3, 18),
        "sinif" => Number(1, 12),
        "yil" => (day.Year - dice.Between(0, 2)).ToString(CultureInfo.InvariantCulture),
        "tarih" => day.AddDays(-dice.Between(2, 60)).ToString("d MMMM yyyy", Turkish),
        "saat" => string.Create(CultureInfo.InvariantCulture, $"{dice.Between(9, 13)}.{dice.Between(0, 5)}0"),
        "saat2" => string.Create(CultureInfo.InvariantCulture, $"{dice.Between(14, 17)}.{dice.Between(0, 5)}0"),
        _ => dice.Pick(Shipped.Slots[slot]),
    };

    private string Number(int least, int most) => dice.Between(least, most).ToString(CultureInfo.InvariantCulture);
}
