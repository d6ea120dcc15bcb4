using Bimer.Tests.Given;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Letters that are nearly the same, signed in one reading (S50).</summary>
public sealed class BundleJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task An_approver_reads_one_letter_opens_the_one_drawn_and_signs_them_all(int width)
    {
        for (var i = 0; i < 3; i++) await _office.SubmittedCaseAsync();
        await using var approver = await _office.SitDownAsync(_office.Approver, "/toplu-onay", width == 360 ? Screen.Phone : Screen.Laptop, width == 360 ? ColorScheme.Dark : ColorScheme.Light);
        var page = approver.Page;
        await page.GetByText("3 benzer cevap").ClickAsync();
        await page.ArriveAtAsync("**/toplu-onay?ilk=**");
        await Expect(page.Locator(".bundle-letters li")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Olumlu", Exact = true }).CheckAsync();
        await page.Locator("[name=service]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "3 yazıyı onayla" }).ClickAsync();
        await Expect(page.GetByText("1 yazı açılmadı")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page, "a bundle, at " + width);

        await page.Locator(".bundle-letters li").Filter(new() { HasText = "Açılmalı" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("#bundle-reading .letter-whole")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Okudum" }).ClickAsync();
        await Expect(page.Locator("#bundle-reading")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "3 yazıyı onayla" }).ClickAsync();
        await page.Locator("#bundle-confirm").GetByRole(AriaRole.Button, new() { Name = "3 yazıyı onayla" }).ClickAsync();
        await Expect(page.Locator(".bundle-letters li").Filter(new() { HasText = "Onaylandı" })).ToHaveCountAsync(3);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
