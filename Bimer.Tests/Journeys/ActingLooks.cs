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
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/sevk", size);
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

        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}", size);
        await LookAsync(approver.Page, "onay", width);
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await LookAsync(approver.Page, "duzeltme", width);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

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
