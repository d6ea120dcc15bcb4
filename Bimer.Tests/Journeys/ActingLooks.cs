using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>The three desks, empty-handed and at work, in both themes, on a laptop and a phone: nothing for axe, nothing to scroll sideways.</summary>
public sealed class ActingLooks : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task The_desks_are_sound_for_every_reader(int width)
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        var size = width == 360 ? Screen.Phone : Screen.Laptop;
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}", size);
        await ReadInOrderAsync(writer.Page);
        await writer.Page.GotoAsync($"{_office.Server.Url}/evrak/{number}/sevk");
        await AnActingOffice.LiveAsync(writer.Page);
        await AddAsync(writer.Page, "ankara saglik");
        await writer.Page.Locator("#unit").FillAsync("ankara");
        await Expect(writer.Page.Locator("[role=option]").First).ToBeVisibleAsync();
        await LookAsync(writer.Page, "sevk", width);

        await writer.Page.GotoAsync($"{_office.Server.Url}/evrak/{number}/cevapla");
        await AnActingOffice.LiveAsync(writer.Page);
        await WriteAsync(writer.Page);
        await LookAsync(writer.Page, "cevapla", width);
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(writer.Page.Locator("#confirm-send")).ToBeVisibleAsync();
        await LookAsync(writer.Page, "gonder", width);
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(writer.Page.Locator(".toast")).ToBeVisibleAsync();
        await DecideAsync(number, size, width);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    /// <summary>What stands first in the page is read first: nothing further on stands above it or, in the same line, before it.</summary>
    private static async Task ReadInOrderAsync(IPage page)
    {
        var titles = page.Locator(".case-columns h2:visible");
        (await titles.AllInnerTextsAsync()).Should().Equal("Başvuru metni", "Kimlik Bilgileri", "Başvuru ve sevk bilgileri", "Yasal süre", "Başvuru Evveliyatı", "Kurum adına takip", "Başvuru hareketleri");
        var text = await page.Locator(".case-main").BoundingBoxAsync();
        var cards = await page.Locator(".case-columns .card.who").BoundingBoxAsync();
        var journey = await page.Locator(".case-columns > .journey").BoundingBoxAsync();
        (text!.X + text.Width <= cards!.X || text.Y + text.Height <= cards.Y).Should().BeTrue("what is looked up stands beside or below what is read");
        (text.Y + text.Height <= journey!.Y || cards.X + cards.Width <= journey.X).Should().BeTrue("the way it went stands below what is read, or at the end");
    }

    /// <summary>The decision needs no scrolling: neither its buttons nor, on a laptop, its questions; and the letter can be read beside it.</summary>
    private static async Task InSightAsync(IPage page, int width)
    {
        var whole = new LocatorAssertionsToBeInViewportOptions { Ratio = 1 };
        foreach (var act in (string[])["Onayla", "Cevap Düzeltmeyi Aç"]) await Expect(page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true })).ToBeInViewportAsync(whole);
        await page.Locator(".work").EvaluateAsync("work => work.scrollTo(0, work.scrollHeight)");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true })).ToBeInViewportAsync(whole);
        await page.Locator(".work").EvaluateAsync("work => work.scrollTo(0, 0)");
        if (width < 1280) return;
        foreach (var question in await page.Locator(".decision .option").AllAsync()) await Expect(question).ToBeInViewportAsync(whole);
        await Expect(page.Locator(".letter-sheet")).ToBeInViewportAsync();
    }

    private async Task DecideAsync(string number, ViewportSize size, int width)
    {
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}", size);
        await InSightAsync(approver.Page, width);
        await LookAsync(approver.Page, "onay", width);
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await LookAsync(approver.Page, "duzeltme", width);
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        foreach (var theme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });   // no colour caught half way
            await Axe.FindNothingAsync(page, $"{name}, {theme}, {width}", coloursAlone: theme == ColorScheme.Light);
        }

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, "{0} scrolls no side", name);
    }

    private static async Task AddAsync(IPage page, string unit)
    {
        await page.Locator("#unit").FillAsync(unit);
        await Expect(page.Locator("[role=option]").First).ToBeVisibleAsync();
        await page.Locator("#unit").PressAsync("Enter");
        await page.GetByLabel("Açıklama").FillAsync("Aydınlatma ve okul yolu güvenliği yönünden incelenmesi.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ekle", Exact = true }).ClickAsync();
        await Expect(page.Locator(".recipients li")).ToHaveCountAsync(1);
    }

    private static async Task WriteAsync(IPage page)
    {
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await page.Locator("#letter").FillAsync("Sokağınızdaki altı armatür 15 Mart 2026 tarihinde değiştirilmiştir.");
        await Expect(page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi");
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await page.GetByLabel("Ad2 Soyad").CheckAsync();
    }
}
