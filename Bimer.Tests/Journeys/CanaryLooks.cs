using System.Text;
using Bimer.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Where an officer looks at a petition besides its page: by one key, and on paper.</summary>
internal static class CanaryLooks
{
    public const string Paper = "the printed report";

    /// <summary>The palette offers it by its number.</summary>
    public static async Task FindAsync(IPage page, string number)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Başvuru, kutu veya işlem ara…" }).FillAsync(number);
        await Expect(page.Locator("#palette-options [role=option]").First).ToContainTextAsync(number);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    /// <summary>The report as the program's file, as its page, and that page as a browser puts it on paper.</summary>
    public static async Task PrintAsync(IPage page, string number, StaffSurfaces surfaces)
    {
        await page.Keyboard.PressAsync("p");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Başvuru Raporu" })).ToBeVisibleAsync();
        await DeskSteps.ReportFileAsync(page, number);
        var paper = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Yazdırma sayfası" }).ClickAsync());
        await Expect(paper.GetByRole(AriaRole.Heading, new() { Name = "Başvuru Raporu" })).ToBeVisibleAsync();
        surfaces.Keep(Paper, Encoding.UTF8.GetBytes(await PdfWords.PrintedAsync(paper)));
        await paper.CloseAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }
}
