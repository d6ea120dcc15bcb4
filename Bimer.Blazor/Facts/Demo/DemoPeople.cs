using System.Globalization;
using Bogus.DataSets;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Makes the citizens of one seed: the same number is the same person, whoever asks and in whatever order.</summary>
internal sealed class DemoPeople(int seed, DemoPlaces places, DemoWords words)
{
    private const long FirstMother = 400_000_000;
    private static readonly DateOnly Oldest = new(1938, 1, 1);

    private readonly Name _names = new("tr");

    public DemoPerson Person(int number)
    {
        var dice = new Dice(seed, number * 2);
        _names.Random = dice.Random;
        var female = dice.Chance(0.42);
        var given = _names.FirstName(female ? Name.Gender.Female : Name.Gender.Male);
        var surname = _names.LastName();
        var district = places.Draw(dice);
        return new DemoPerson
        {
            Number = number,
            NationalId = SyntheticNumbers.NationalId(number),
            GivenName = given,
            Surname = surname,
            IsFemale = female,
            BirthDate = Oldest.AddDays(dice.Between(0, 365 * 64)),
            MotherNationalId = SyntheticNumbers.NationalId(FirstMother + number),
            MotherGivenName = _names.FirstName(Name.Gender.Female),
            MotherMaidenName = _names.LastName(),
            Mobile = SyntheticNumbers.Mobile(number),
            Email = dice.Chance(0.66) ? Mailbox(given, surname, number) : null,
            District = district,
            Address = Address(dice, district),
        };
    }

    private static string Mailbox(string given, string surname, int number)
    {
        var name = TextNoise.WithoutDiacritics($"{given}.{surname}").ToLowerInvariant().Replace(' ', '.');
        return string.Create(CultureInfo.InvariantCulture, $"{name}{number}@posta.invalid");
    }

    private string Address(Dice dice, DistrictFact district) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{dice.Pick(words.Neighbourhoods)} Mah. {dice.Pick(words.Streets)} No: {dice.Between(1, 148)} D: {dice.Between(1, 24)} {district.Name}/{places.ProvinceOf(district).Name}");
}
