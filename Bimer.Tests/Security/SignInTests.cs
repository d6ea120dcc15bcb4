using Bimer.Blazor.Security.Sessions;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Security;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private BimerServer _server = null!;
    private StaffMember _ayse = null!;

    public async Task InitializeAsync()
    {
        _server = await BimerServer.StartAsync(clock: _clock);
        _ayse = await _server.HireAsync(1, OfficerRole.CaseOfficer, new(2));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_right_number_and_password_open_the_page_one_came_for()
    {
        using var browser = _server.NewPlainBrowser();
        var sent = await browser.GetAsync("/oturum/cok-ekran?a=1");
        sent.Status.Should().Be(302);
        sent.Location.Should().Be("/giris?donus=%2Foturum%2Fcok-ekran%3Fa%3D1");

        var signedIn = await browser.SignInAsync(_ayse, sent.Location!);

        signedIn.Status.Should().Be(302);
        signedIn.Location.Should().EndWith("/oturum/cok-ekran?a=1");
        (await browser.GetAsync("/oturum/cok-ekran")).Status.Should().Be(200);
    }
}
