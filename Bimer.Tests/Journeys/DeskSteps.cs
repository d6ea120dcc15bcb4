using FluentAssertions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What officers do at their desks, in more than one journey.</summary>
internal static class DeskSteps
{
    public static async Task<byte[]> DownloadAsync(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync());
        download.SuggestedFilename.Should().Be(name);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    public static async Task NameUnitAsync(IPage page, string typed, string meant, string purpose)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = purpose }).CheckAsync();
        await page.Locator("#unit").FillAsync(typed);
        await Expect(page.Locator("[role=option]").First).ToContainTextAsync(meant);
        await page.Locator("#unit").PressAsync("Enter");
        await page.GetByLabel("Açıklama").FillAsync(JourneyWords.Note);
    }

    public static async Task WriteLetterAsync(IPage page, byte[] report)
    {
        var letter = page.Locator("#letter");
        await Expect(letter).ToHaveAttributeAsync("contenteditable", "true");
        await letter.ClickAsync();
        await page.Keyboard.InsertTextAsync(JourneyWords.FirstLine);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.InsertTextAsync(JourneyWords.BoldLine);
        await page.Locator(".letter-editor input[type=file]").SetInputFilesAsync(new FilePayload { Name = JourneyWords.ReportName, MimeType = "application/pdf", Buffer = report });
        await Expect(page.Locator("section[aria-labelledby=answer] .files")).ToContainTextAsync(JourneyWords.ReportName);
        await Expect(page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Ad3 Soyad").CheckAsync();
    }

    public static async Task TypeLetterAsync(IPage page, string text)
    {
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await page.Locator("#letter").FillAsync(text);
        await Expect(page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
    }

    public static async Task ReloadLetterAsync(IPage page, string text)
    {
        await page.ReloadAsync();
        await AnActingOffice.LiveAsync(page);
        await Expect(page.Locator("#letter")).ToHaveTextAsync(text.TrimEnd());
    }

    /// <summary>The form of the report, which is open, asked for a file.</summary>
    /// <returns>The status and the type of what came.</returns>
    public static async Task<string> ReportFileAsync(IPage page, string number)
    {
        var server = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        var form = page.APIRequest.CreateFormData();
        form.Set("bicim", "pdf");
        form.Set("__RequestVerificationToken", await page.Locator("#report-form input[type=hidden]").InputValueAsync());
        var answer = await page.APIRequest.PostAsync($"{server}/evrak/{number}/rapor", new() { Form = form, Headers = [new("Origin", server)] });
        return $"{answer.Status} {answer.Headers["content-type"]}";
    }
}
