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
        await Expect(page.Locator("p.acts-why").Filter(new() { HasText = "Ad5 Soyad zimmetinde" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_manager_goes_from_the_desk_to_what_is_late_below_and_narrows_it_by_whose_hands_it_is_in()
    {
        var (held, _) = (await _office.Server.FileAsync(_health), await _office.Server.FileAsync(_health));
        await TakeAsync(held.Routings[0].Id);
        await using var boss = await _office.SitDownAsync(await _office.Server.HireAsync(6, OfficerRole.Executive, _office.Unit), "/masa", Screen.Laptop);
        var (page, rows) = (boss.Page, boss.Page.Locator("[data-row]"));
        var table = page.Locator(".shares tbody tr");
        await Expect(table).ToHaveCountAsync(1);
        await Expect(rows).ToHaveCountAsync(2);
        await Axe.FindNothingAsync(page, "the desk of a manager");
        await _office.Server.FileAsync(_office.Unit);   // the desk stands: nobody reloads
        await Expect(table).ToHaveCountAsync(2);

        await table.Filter(new() { HasText = "Sağlık" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.ArriveAtAsync($"**/kutu/alt-birimler?yer={_health.Value}-alti");
        await Expect(rows).ToHaveCountAsync(2);
        await NarrowAsync(page);
        await page.ArriveAtAsync($"**/kutu/alt-birimler?yer={_health.Value}-alti&asama=zimmette&kimde={_zeynep.Id.Value}");
        await Expect(rows).ToHaveCountAsync(1);
        await LiftAsync(page, "Zimmetinde: Ad5 Soyad", $"{_health.Value}-alti&asama=zimmette");
        await LiftAsync(page, "Zimmette", $"{_health.Value}-alti");
        await page.Locator(".chips.shortcuts").GetByText("Okunmamış").ClickAsync();
        await page.ArriveAtAsync($"**/kutu/alt-birimler?yer={_health.Value}-alti&zimmet=okunmamis");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync("okunmadı");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    /// <summary>Each chip leads to an address that keeps the others: the next is asked only of the page that has arrived.</summary>
    private static async Task LiftAsync(IPage page, string chip, string left)
    {
        await page.Locator(".chips.asked a").Filter(new() { HasText = chip }).ClickAsync();
        await page.ArriveAtAsync($"**/kutu/alt-birimler?yer={left}");
        await Expect(page.Locator(".chips.asked a").Filter(new() { HasText = chip })).ToHaveCountAsync(0);
    }

    private static async Task NarrowAsync(IPage page)
    {
        await AnActingOffice.LiveAsync(page);
        await page.Locator("[data-act=filter]").ClickAsync();
        await Expect(page.GetByLabel("Alt birimleriyle birlikte")).ToBeCheckedAsync();
        await page.Locator("#filter-asama").ClickAsync();
        await page.Locator("#filter-form").GetByLabel("Zimmette", new() { Exact = true }).CheckAsync();
        await page.Locator("#filter-asama").ClickAsync();
        await page.GetByLabel("Zimmetli personel").SelectOptionAsync(new SelectOptionValue { Label = "Ad5 Soyad – Ankara İl Sağlık Müdürlüğü" });
        await Axe.FindNothingAsync(page, "the filter of Alt Birimler");
        await page.GetByRole(AriaRole.Button, new() { Name = "Uygula" }).ClickAsync();
    }

    private async Task TakeAsync(RoutingId routing)
    {
        var work = ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(_zeynep.Actor));
        (await new TakeCustodyHandler(work).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), routing), CancellationToken.None)).Should().Be(Outcome.Accepted);
    }

    private static async Task GoBelowAsync(IPage page)
    {
        await Expect(page.Locator("a.tile[data-box=Below]")).ToContainTextAsync("Alt Birimler");
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
