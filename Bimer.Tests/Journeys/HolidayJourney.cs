using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A day becomes a holiday at the desk of whoever manages the centre, and a case on another screen moves before its reader's eyes.</summary>
public sealed class HolidayJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_day_is_looked_at_decided_and_the_open_case_tells_its_new_date_at_once()
    {
        var part = await _office.HeldCaseAsync(CaseKind.InformationRequest);
        var manager = await _office.Server.HireAsync(7, OfficerRole.Executive, _office.Server.Services.GetRequiredService<UnitDirectory>().Centre.Id);
        await using var reader = await _office.SitDownAsync(_office.Writer, "/evrak/" + AnActingOffice.Number(part));
        await using var deciding = await _office.SitDownAsync(manager, "/tatiller");
        var page = deciding.Page;

        await page.Locator("#day").FillAsync("2026-03-10");
        await page.Locator("#name").FillAsync("Yas günü");
        await page.Locator("#article").FillAsync("Karar 2026/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Önizle" }).ClickAsync();
        await Expect(page.GetByText("1 açık başvurunun son günü değişir.")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page);
        await page.Locator("[data-act=send]").ClickAsync();

        await Expect(page.Locator(".year").Last).ToContainTextAsync("1 başvurunun son günü değişti");
        await Expect(reader.Page.Locator(".timeline")).ToContainTextAsync("Tatil tablosu değiştiği için son gün yeniden hesaplandı");
        await Expect(reader.Page.Locator(".timeline")).ToContainTextAsync("Son gün 23.03.2026 → 25.03.2026");
    }

    [Fact]
    public async Task On_a_phone_in_the_dark_the_table_is_read_and_nobody_else_is_offered_to_change_it()
    {
        await using var officer = await _office.SitDownAsync(_office.Writer, "/tatiller", new ViewportSize { Width = 360, Height = 740 }, ColorScheme.Dark);

        await Expect(officer.Page.Locator(".year li").First).ToBeVisibleAsync();
        await Expect(officer.Page.Locator("#day")).ToHaveCountAsync(0);
        (await officer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        await Axe.FindNothingAsync(officer.Page);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
