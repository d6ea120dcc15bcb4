namespace Bimer.Blazor.Facts.Demo;

/// <summary>A made-up citizen. Everything a filing and the simulated register need.</summary>
public sealed record DemoPerson
{
    /// <summary>Place in the seed's row of people, from 0.</summary>
    public required int Number { get; init; }

    public required string NationalId { get; init; }

    public required string GivenName { get; init; }

    public required string Surname { get; init; }

    public required bool IsFemale { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required string MotherNationalId { get; init; }

    public required string MotherGivenName { get; init; }

    /// <summary>The mother's surname before marriage (anne kızlık soyadı); the filing asks for its first and last letter.</summary>
    public required string MotherMaidenName { get; init; }

    /// <summary>11 digits from 05.</summary>
    public required string Mobile { get; init; }

    /// <summary>Under the reserved domain <c>.invalid</c>; about a third have none and get a letter.</summary>
    public required string? Email { get; init; }

    public required DistrictFact District { get; init; }

    public required string Address { get; init; }
}
