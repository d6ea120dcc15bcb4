namespace Bimer.Blazor.Facts.Demo;

/// <summary>A made-up person as the simulated register knows them.</summary>
/// <param name="Address">On one line; none for the mothers.</param>
/// <param name="MotherNationalId">None for the mothers: the made-up family ends with them.</param>
/// <param name="FormerSurname">The surname before marriage; mothers alone have one.</param>
public sealed record DemoCitizen(
    string NationalId, string GivenName, string Surname, string? Address, string? MotherNationalId, string? FormerSurname);

/// <summary>A citizen anybody may file as, with everything the gate asks for.</summary>
/// <param name="Mobile">As people write it, 11 digits from 05.</param>
public sealed record PublishedCitizen(
    string NationalId, string GivenName, string Surname, string MotherNationalId, string MotherGivenName, string MotherMaidenName, string Mobile, string Address);
