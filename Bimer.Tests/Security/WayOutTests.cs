using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>Where a page that does not exist lets go of whom.</summary>
public sealed class WayOutTests
{
    [Fact]
    public async Task From_a_mistyped_address_an_officer_returns_to_the_desk_and_a_citizen_to_the_start()
    {
        await using var server = await BimerServer.StartAsync();
        using var citizen = server.NewPlainBrowser();
        using var officer = server.NewPlainBrowser();
        await officer.SignInAsync(await server.HireAsync(1, OfficerRole.CaseOfficer, new(2)));

        (await officer.GetAsync("/masaa")).Body.Should().Contain($"class=\"btn\" href=\"{Addresses.Home}\"");
        (await citizen.GetAsync("/masaa")).Body.Should().Contain("class=\"btn\" href=\"/\"");
    }
}
