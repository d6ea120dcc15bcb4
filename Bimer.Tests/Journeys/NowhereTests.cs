using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>An address behind which there is no page: everybody stays where they are at home and finds back.</summary>
[Collection(Alone.Name)]
public sealed class NowhereTests : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Theory]
    [InlineData("/yeni-basvuru")]
    [InlineData("/sorgula/yok/boyle")]
    public async Task Whoever_is_at_work_stays_in_the_workspace_and_goes_back_to_the_desk(string nowhere)
    {
        await using var writer = await _office.SitDownAsync(_office.Writer, Addresses.Home);
        writer.Expecting("404");

        var answer = await writer.Page.GotoAsync(_office.Server.Url + nowhere);

        answer!.Status.Should().Be(404);
        await AnActingOffice.LiveAsync(writer.Page);
        await Expect(writer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Axe.FindNothingAsync(writer.Page);
        await writer.Page.Locator(".empty a.btn").ClickAsync();
        await Expect(writer.Page.GetByRole(AriaRole.Heading, new() { Name = "Masam", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_citizen_stays_on_the_citizens_pages()
    {
        await using var citizen = await Chromium.NewPersonAsync();
        citizen.Expecting("404");

        await citizen.Page.GotoAsync(_office.Server.Url + "/yeni-basvuru");

        await Expect(citizen.Page.Locator(".portal-head")).ToBeVisibleAsync();
        await Expect(citizen.Page.Locator(".frame")).ToHaveCountAsync(0);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
