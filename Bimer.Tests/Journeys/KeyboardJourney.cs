using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Where lists and cases stand for whoever goes back and forth between them by keyboard.</summary>
public sealed class KeyboardJourney : IAsyncLifetime
{
    private const int Rows = 52;   // two more than a page
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task Back_leads_to_the_case_and_the_list_one_came_from()
    {
        var number = (await _office.Server.FileAsync(_office.Unit)).NumberOf();
        await using var officer = await _office.SitDownAsync(_office.Writer, $"/kutu/kurum?birim={_office.Unit.Value}");
        var page = officer.Page;
        await page.HitAsync("j", "Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        var opened = page.Url;

        await page.HitAsync("s");
        await Expect(page.Locator("#unit")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await AnActingOffice.LiveAsync(page);
        await page.HitAsync("u");
        await Expect(page).ToHaveURLAsync(opened);
        await Expect(page.Locator(".case-number .num")).ToHaveTextAsync(number);
        await Expect(page.Locator("h1").First).ToBeFocusedAsync();
        await page.HitAsync("u");
        await Expect(page).ToHaveURLAsync($"{_office.Server.Url}/kutu/kurum?birim={_office.Unit.Value}");
    }

    [Fact]
    public async Task A_list_that_is_come_back_to_stands_where_it_was_left()
    {
        for (var i = 0; i < Rows; i++) await _office.Server.FileAsync(_office.Unit);
        await using var officer = await _office.SitDownAsync(_office.Writer, "/kutu/kurum");
        var page = officer.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Daha fazla" }).ClickAsync();
        await page.Locator("[data-row]").Nth(Rows - 1).ScrollIntoViewIfNeededAsync();
        var left = await PlaceAsync(page);
        left.Should().BeGreaterThan(1_000);

        await page.HitAsync("g", "g");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gelen Kutum" })).ToBeVisibleAsync();
        await page.HitAsync("g", "k");

        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(Rows);
        await Expect(page.Locator(".rows")).ToHaveJSPropertyAsync("scrollTop", left);
    }

    [Fact]
    public async Task A_list_that_is_left_in_the_moment_of_scrolling_stands_there_too()
    {
        for (var i = 0; i < 20; i++) await _office.Server.FileAsync(_office.Unit);
        await using var officer = await _office.SitDownAsync(_office.Writer, "/kutu/kurum");
        var page = officer.Page;

        var left = await page.Locator(".rows").EvaluateAsync<double>(
            "rows => { rows.scrollTop = 400; document.querySelector('#menu a[href=\"/kutu/gelen\"]').click(); return rows.scrollTop; }");
        left.Should().Be(400, "nothing was drawn between the scrolling and the leaving");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gelen Kutum" })).ToBeVisibleAsync();
        await page.HitAsync("g", "k");

        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(20);
        await Expect(page.Locator(".rows")).ToHaveJSPropertyAsync("scrollTop", left);
    }

    [Fact]
    public async Task A_case_begins_at_its_first_line_though_the_one_before_was_left_at_its_last()
    {
        await _office.HeldCaseAsync();
        await _office.HeldCaseAsync();
        await using var officer = await _office.SitDownAsync(_office.Writer, "/kutu/gelen", new ViewportSize { Width = 1366, Height = 480 });
        var (page, pane) = (officer.Page, officer.Page.Locator(".split .case"));
        await page.Locator("[data-row]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru hareketleri" })).ToBeVisibleAsync();
        (await pane.EvaluateAsync<double>("pane => { pane.scrollTop = pane.scrollHeight; return pane.scrollTop; }")).Should().BePositive();

        var other = page.Locator("[data-row]").Nth(1);
        await other.ClickAsync();

        await Expect(page.Locator(".case-number .num")).ToHaveTextAsync(await other.Locator(".num").InnerTextAsync());
        (await pane.EvaluateAsync<double>("pane => pane.scrollTop")).Should().Be(0);
    }

    private static Task<double> PlaceAsync(IPage page) => page.Locator(".rows").EvaluateAsync<double>("rows => rows.scrollTop");

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
