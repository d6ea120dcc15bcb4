using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A coordinator's day by keyboard: what is open below, live, with whom it lies; and Bak, which takes nothing (S61).</summary>
public sealed class BelowJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;
    private StaffMember _selma = null!, _zeynep = null!;
    private UnitId _health;

    public async Task InitializeAsync()
    {
        _office = await AnActingOffice.OpenAsync();
        _health = _office.Server.Unit("Ankara İl Sağlık Müdürlüğü");
        (_selma, _zeynep) = (await _office.Server.HireAsync(4, OfficerRole.Coordinator, _office.Unit), await _office.Server.HireAsync(5, OfficerRole.CaseOfficer, _health));
    }

    [Fact]
    public async Task Who_coordinates_watches_the_units_below_and_looks_into_an_envelope_without_taking_it()
    {
        var first = await _office.Server.FileAsync(_health);
        await using var selma = await _office.SitDownAsync(_selma, "/masa", Screen.Laptop);
        var (page, rows) = (selma.Page, selma.Page.Locator("[data-row]"));
        await GoBelowAsync(page);
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("Ankara İl Sağlık Müdürlüğü");
        await Expect(rows).ToContainTextAsync("okunmadı");
        await Axe.FindNothingAsync(page);

        await _office.Server.FileAsync(_health);   // her page stands: nobody reloads
        await page.GetByRole(AriaRole.Button, new() { Name = "1 yeni evrak – göster" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(page.Locator("#menu [href='/kutu/alt-birimler'] .count")).ToHaveTextAsync("2");

        await LookIntoAsync(page, first.NumberOf());
        await Expect(rows.First).ToContainTextAsync("açılmadı, Ad4 Soyad baktı");

        await TakeAsync(first.Routings[0].Id);
        await Expect(rows.First).ToContainTextAsync("Ad5 Soyad");
        await Expect(page.GetByText("Ad5 Soyad zimmetinde")).ToBeVisibleAsync();
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task TakeAsync(RoutingId routing)
    {
        var work = ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(_zeynep.Actor));
        (await new TakeCustodyHandler(work).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), routing), CancellationToken.None)).Should().Be(Outcome.Accepted);
    }

    private static async Task GoBelowAsync(IPage page)
    {
        await Expect(page.Locator("a.tile")).ToContainTextAsync("Alt Birimler");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("a");
        await page.ArriveAtAsync("**/kutu/alt-birimler");
        await Expect(page.Locator("h1", new() { HasText = "Alt Birimler" })).ToBeFocusedAsync();
    }

    private async Task LookIntoAsync(IPage page, string number)
    {
        await page.GotoAsync($"{_office.Server.Url}/kutu/alt-birimler");
        await AnActingOffice.LiveAsync(page);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAtAsync($"**/kutu/alt-birimler?evrak={number}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bak", Exact = true })).ToBeVisibleAsync();
        (await page.ContentAsync()).Should().NotContain(ACase.Words);
        await Axe.FindNothingAsync(page);

        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText(ACase.Words)).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page);
    }
}
