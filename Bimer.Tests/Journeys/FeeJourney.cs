using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What access costs, from the writer's desk to the receipt: told, signed, awaited in sight, paid (4982 m.10).</summary>
public sealed class FeeJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task A_fee_is_told_signed_awaited_and_paid(int width)
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync(CaseKind.InformationRequest, receivedAt: new TestClock(TimeProvider.System.GetUtcNow())));
        var size = width == 360 ? Screen.Phone : Screen.Laptop;
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla", size);
        await TellAsync(writer.Page, width);
        await SignAsync(number, size, width);

        await using var holder = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}", size);
        var page = holder.Page;
        await Expect(page.Locator(".fee")).ToContainTextAsync("Ücret bekleniyor, son ödeme günü");
        await Expect(page.Locator(".fee")).ToContainTextAsync("12,50 TL");
        await Expect(page.Locator(".deadline")).ToContainTextAsync("Ücret bekleniyor");
        await SoundAsync(page, "bekleniyor", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ödeme alındı" }).ClickAsync();
        await page.GetByLabel("Makbuz ya da dekont numarası").FillAsync("2026/4711");
        await SoundAsync(page, "makbuz", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kaydet", Exact = true }).ClickAsync();

        await Expect(page.Locator(".fee")).ToHaveCountAsync(0);
        await Expect(page.Locator(".deadline")).ToContainTextAsync("iş günü kaldı");
        await using var db = await _office.Server.DbAsync();
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.FeePaid)).Should().Be(1);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static async Task TellAsync(IPage page, int width)
    {
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Ücret bildir" }).CheckAsync();
        await Expect(page.Locator("#fee-amount")).ToBeVisibleAsync();
        await page.Locator("#fee-amount").FillAsync("12.50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(page.Locator(".writing .field-error")).ToHaveCountAsync(5);   // an amount that could be either, what for, where, service, approver
        await SoundAsync(page, "ücret", width);
        await page.Locator("#fee-amount").FillAsync("12,50");
        await page.Locator("#fee-what").FillAsync("84 sayfa fotokopi");
        await page.Locator("#fee-where").FillAsync("Ankara Valiliği veznesi");
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await page.GetByLabel("Ad2 Soyad").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(page.Locator("#confirm-send")).ToContainTextAsync("Ücret bildirimi, 12,50 TL");
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
    }

    private async Task SignAsync(string number, ViewportSize size, int width)
    {
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}", size);
        var page = approver.Page;
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync("84 sayfa fotokopi karşılığı olarak 12,50 TL");
        await Expect(page.Locator("#interim")).ToContainTextAsync("süre durur");
        await SoundAsync(page, "imza", width);
        await page.GetByLabel("Doğru:").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    private static async Task SoundAsync(IPage page, string name, int width)
    {
        await Axe.FindNothingAsync(page, $"{name}, {width}");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, "{0} scrolls no side", name);
    }
}
