using Bimer.Blazor.Facts.Demo;
using Bimer.Domain.Applicants;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

/// <summary>Whoever stands in the demo can be asked for at the simulated register, and everybody else is the same person each time.</summary>
public sealed class DemoPopulationTests
{
    [Fact]
    public void The_writers_of_the_demo_and_their_mothers_are_in_the_register()
    {
        foreach (var person in ToldStories.Of(DemoPopulation.Seed, People.Monday, 60).Select(p => p.Person))
        {
            var citizen = DemoPopulation.Shipped.Find(person.NationalId)!;
            (citizen.GivenName, citizen.Surname, citizen.MotherNationalId).Should().Be((person.GivenName, person.Surname, person.MotherNationalId));
            DemoPopulation.Shipped.Find(person.MotherNationalId)!.FormerSurname.Should().Be(person.MotherMaidenName);
        }
    }

    [Fact]
    public void Published_citizens_are_complete_and_well_formed()
    {
        DemoPopulation.Shipped.Published.Should().HaveCountGreaterThanOrEqualTo(5);
        foreach (var citizen in DemoPopulation.Shipped.Published)
        {
            var number = NationalId.Parse(citizen.NationalId).Value!;
            MobileNumber.Parse(citizen.Mobile).IsAccepted.Should().BeTrue();
            var person = DemoPopulation.Shipped.InTheRegister(number)!;
            person.Name.Reveal().Should().Be($"{citizen.GivenName} {citizen.Surname}");
            DemoPopulation.Shipped.InTheRegister(person.Mother!)!.FormerSurname.Should().Be(citizen.MotherMaidenName);
        }
    }

    [Fact]
    public void Any_other_number_is_the_same_person_each_time_and_a_foreigners_is_nobody()
    {
        DemoPopulation.Shipped.Find(SyntheticNumbers.NationalId(123_456_789)).Should().NotBeNull()
            .And.Be(DemoPopulation.Shipped.Find(SyntheticNumbers.NationalId(123_456_789)));
        DemoPopulation.Shipped.Find("99000000000").Should().BeNull();
    }

    [Fact]
    public void An_index_and_its_number_lead_to_each_other()
    {
        foreach (var index in (long[])[0, 1, 41_873, 400_000_000, 879_999_999])
            SyntheticNumbers.IndexOf(SyntheticNumbers.NationalId(index)).Should().Be(index);
    }
}
