using System.Globalization;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What an officer does at a desk beside recording, and with what was recorded.</summary>
internal static class RecordSteps
{
    /// <summary>The call came the day before: a slip, put right where the case is read.</summary>
    public static async Task CorrectTheDayAsync(IPage page)
    {
        var day = page.Locator("#record-day");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kayıt düzelt" }).ClickAsync();
        await Expect(day).ToBeFocusedAsync();
        await Expect(page.Locator("#record-channel")).ToHaveCountAsync(0);   // a call is no letter
        await day.FillAsync(DateOnly.ParseExact(await day.InputValueAsync(), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Expect(page.Locator("#record-effect")).ToContainTextAsync("Yasal süre düzeltilen günden yeniden sayılır");
        await Axe.FindNothingAsync(page, "while a record is corrected");
        await page.Locator(".describe [data-act=send]").ClickAsync();
        await Expect(page.Locator("#record-reason-error")).ToBeVisibleAsync();
        await page.Locator("#record-reason").FillAsync("Arayan bir gün önce aradı.");
        await page.Locator(".describe [data-act=send]").ClickAsync();
        await Expect(page.Locator(".toast").Filter(new() { HasText = "kaydı düzeltildi" })).ToBeVisibleAsync();
        await Expect(page.Locator(".journey .timeline")).ToContainTextAsync("Arayan bir gün önce aradı.");
    }

    /// <summary>Page by page beside the form, by its keys; the form stays within reach.</summary>
    public static async Task LookAtAScanAsync(IPage page)
    {
        await page.Locator("#dosya").SetInputFilesAsync(new FilePayload { Name = "tarama.pdf", MimeType = "application/pdf", Buffer = TellingFiles.Pdf(pages: 2) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Göster: tarama.pdf" }).ClickAsync();
        var (sheet, viewer) = (page.Locator("#page-viewer img"), page.Locator("#page-viewer"));
        await Expect(viewer).ToHaveAttributeAsync("data-state", "shown");
        await Expect(sheet).ToHaveAttributeAsync("alt", "tarama.pdf, sayfa 1 / 2");
        await Axe.FindNothingAsync(page, "beside a scan");
        await page.HitAsync("ArrowRight");
        await Expect(sheet).ToHaveAttributeAsync("alt", "tarama.pdf, sayfa 2 / 2");
        await Expect(viewer).ToHaveAttributeAsync("data-state", "shown");
        await page.HitAsync("Escape");
        await Expect(viewer).ToBeHiddenAsync();
    }
}
