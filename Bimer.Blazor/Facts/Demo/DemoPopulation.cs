using System.Collections.Frozen;
using Bimer.Domain.Applicants;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>
/// Everybody of the demo by citizen number: the published citizens, the writers of the demo's petitions, and for any other well-formed
/// number the same made-up person each time. Numbers of foreigners, and a tenth of all others, belong to nobody.
/// </summary>
public sealed class DemoPopulation
{
    /// <summary>The seed of the demo: people of another seed would have other names.</summary>
    public const int Seed = 1923;

    private const long FirstMother = 400_000_000;
    private const long PastLastMother = 2 * FirstMother;

    private static readonly Lazy<DemoPopulation> OfTheProduct = new(() => new DemoPopulation());

    private readonly FrozenDictionary<string, DemoCitizen> _published;
    private readonly DemoPeople _people = new(Seed, new DemoPlaces(FactBook.Shipped, DemoOfficers.Shipped), DemoWords.Shipped);
    private readonly Lock _oneAtATime = new();   // the name generator keeps its dice in a field

    private DemoPopulation()
    {
        using var text = FactFiles.Open(File);
        Published = [.. CsvReader.Read(text, File).Select(Read)];
        _published = Published.SelectMany(Family).ToFrozenDictionary(c => c.NationalId, StringComparer.Ordinal);
    }

    private const string File = "demo-citizens.csv";

    public static DemoPopulation Shipped => OfTheProduct.Value;

    /// <summary>The citizens whose answers to the gate stand in the README and on the console of a Development start.</summary>
    public IReadOnlyList<PublishedCitizen> Published { get; }

    /// <summary>The person of a number whose check digits fit, or null when it belongs to nobody.</summary>
    public DemoCitizen? Find(string nationalId)
    {
        if (_published.TryGetValue(nationalId, out var published)) return published;
        return SyntheticNumbers.IndexOf(nationalId) switch
        {
            null or >= PastLastMother => null,
            >= FirstMother and { } mother => Mother(Person(mother - FirstMother)),
            { } index => Child(Person(index)),
        };
    }

    /// <summary>The same as the register would put it.</summary>
    public RegisteredPerson? InTheRegister(NationalId number)
    {
        if (Find(number.Reveal()) is not { } citizen) return null;
        return new RegisteredPerson(PersonName.Parse(citizen.GivenName, citizen.Surname).Value!)
        {
            Address = citizen.Address,
            Mother = citizen.MotherNationalId is { } mother ? NationalId.Parse(mother).Value : null,
            FormerSurname = citizen.FormerSurname,
        };
    }

    private DemoPerson Person(long index)
    {
        lock (_oneAtATime) return _people.Person((int)index);
    }

    private static DemoCitizen Child(DemoPerson p) => new(p.NationalId, p.GivenName, p.Surname, p.Address, p.MotherNationalId, null);

    private static DemoCitizen Mother(DemoPerson p) => new(p.MotherNationalId, p.MotherGivenName, p.Surname, null, null, p.MotherMaidenName);

    private static IEnumerable<DemoCitizen> Family(PublishedCitizen c) =>
    [
        new(c.NationalId, c.GivenName, c.Surname, c.Address, c.MotherNationalId, null),
        new(c.MotherNationalId, c.MotherGivenName, c.Surname, null, null, c.MotherMaidenName),
    ];

    private static PublishedCitizen Read(CsvRow row) => new(
        row.Text("national_id"), row.Text("given_name"), row.Text("surname"), row.Text("mother_national_id"), row.Text("mother_given_name"),
        row.Text("mother_maiden_name"), row.Text("mobile"), row.Text("address"));
}
