using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>All of a case at the same time (S25): on a desk's screen nothing behind a tab and nothing below the edge, on a phone one column.</summary>
public sealed class CaseAtOnceJourney : IAsyncLifetime
{
    private static readonly string[] _parts = ["#case-text", "#case-who", "#case-about", "#case-earlier", "#case-journey"];
    private static readonly ViewportSize _low = new() { Width = 1366, Height = 600 };
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_full_case_is_in_sight_at_once_on_a_laptop_and_its_acts_stand_top_right()
    {
        var number = await new AFullCase(_office).StandAsync();
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + number, Screen.Laptop);
        var page = ayse.Page;
        await page.HitAsync("e");
        await Expect(page.Locator(".earlier li")).ToHaveCountAsync(AFullCase.Earlier);

        await InSightAsync(page, [.. _parts, ".petition-text .files", "#case-kept"]);
        await AtTheRightAsync(page);
        await ScrollsInItselfAsync(page);
        await Axe.FindNothingAsync(page, "a full case");
        await MovesItsBorderAsync(page);
        await page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        await InSightAsync(page, [.. _parts, "#case-kept", "#case-follow"]);
        await page.SetViewportSizeAsync(_low.Width, _low.Height);
        (await page.Locator(".work").EvaluateAsync<bool>("work => work.scrollHeight > work.clientHeight")).Should().BeTrue("where there is no room for all of it the page scrolls");
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await OneColumnAsync(page);

        await page.SetViewportSizeAsync(Screen.Laptop.Width, Screen.Laptop.Height);
        await BesideAsync(page, number);
        await InSightAsync(page, _parts);
        await AtTheRightAsync(page);
        await Axe.FindNothingAsync(page, "a full case beside its list");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task BesideAsync(IPage page, string number)
    {
        await page.GotoAsync($"{_office.Server.Url}/kutu/gelen?evrak={number}");
        await AnActingOffice.LiveAsync(page);
    }

    private static async Task InSightAsync(IPage page, string[] parts)
    {
        foreach (var part in parts) await Expect(page.Locator(part)).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    private static async Task AtTheRightAsync(IPage page)
    {
        var (bar, first, last) = (await BoxAsync(page, ".acts"), await BoxAsync(page, ".acts [data-act=follow]"), await BoxAsync(page, ".acts > .btn >> nth=-1"));
        (first.Y - bar.Y).Should().BeLessThan(40, "they stand at the top");
        ((bar.X + bar.Width) - (last.X + last.Width)).Should().BeLessThan(60);
        (first.X - bar.X).Should().BeGreaterThan(60, "what is free is at the left");
    }

    /// <summary>Tab comes to the text, the arrows move it, and nothing else moves.</summary>
    private static async Task ScrollsInItselfAsync(IPage page)
    {
        var text = page.Locator(".petition-text > .text");
        await Expect(text).ToHaveAttributeAsync("tabindex", "0");
        await text.FocusAsync();
        await page.HitAsync("End");
        await Expect(text).Not.ToHaveJSPropertyAsync("scrollTop", 0);
        (await page.EvaluateAsync<double>("() => document.querySelector('.work').scrollTop + document.querySelector('.case-body').scrollTop")).Should().Be(0);
    }

    /// <summary>The border beside the text goes by keys, is there again after a load, and goes back to where it was.</summary>
    private static async Task MovesItsBorderAsync(IPage page)
    {
        var (border, text) = (page.Locator(".case-divider"), page.Locator(".case-main"));
        var usual = (await BoxAsync(page, ".case-main")).Width;
        await border.FocusAsync();
        await KeptAsync(() => page.HitAsync("Home"));
        await Expect(border).ToHaveAttributeAsync("aria-valuenow", "35");
        (await BoxAsync(page, ".case-main")).Width.Should().BeLessThan(usual);
        await Axe.FindNothingAsync(page, "a case whose border was moved");
        await page.ReloadAsync();
        await AnActingOffice.LiveAsync(page);
        await Expect(text).ToBeVisibleAsync();
        await Expect(border).ToHaveAttributeAsync("aria-valuenow", "35");
        await border.FocusAsync();
        await KeptAsync(() => page.HitAsync("ArrowRight"));
        await Expect(border).ToHaveAttributeAsync("aria-valuenow", "37");
        await KeptAsync(() => page.HitAsync("Enter"));
        (await BoxAsync(page, ".case-main")).Width.Should().BeApproximately(usual, 1);
        await page.HitAsync("e");
        await Expect(page.Locator(".earlier li")).ToHaveCountAsync(AFullCase.Earlier);

        Task KeptAsync(Func<Task> move) => page.RunAndWaitForResponseAsync(move, answer => answer.Url.EndsWith("/okuma-payi", StringComparison.Ordinal) && answer.Ok);
    }

    private static async Task OneColumnAsync(IPage page)
    {
        var lefts = await page.Locator(".case-columns .card").EvaluateAllAsync<double[]>("cards => cards.map(card => card.getBoundingClientRect().left)");
        lefts.Distinct().Should().ContainSingle("on a phone everything is one column");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Screen.Phone.Width);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(IPage page, string selector) => (await page.Locator(selector).First.BoundingBoxAsync())!;
}
