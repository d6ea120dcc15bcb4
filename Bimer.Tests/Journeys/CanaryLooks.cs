using System.Text;
using Bimer.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Where an officer looks at a petition besides its page: by one key, and on paper.</summary>
internal static class CanaryLooks
{
    public const string Paper = "the printed report";

    public const string Palette = "the palette";

    /// <summary>What the palette offers for a number or a word, and what it says of it; the browser makes it, no answer of the server brings it.</summary>
    public static async Task FindAsync(IPage page, string typed, StaffSurfaces surfaces)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Başvuru, kutu veya işlem ara…" }).FillAsync(typed);
        await Expect(page.Locator("#palette-options [role=option]").First).ToContainTextAsync(typed);
        surfaces.Keep(Palette, Encoding.UTF8.GetBytes(await page.Locator("#palette").InnerHTMLAsync()));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    /// <summary>A colleague comes before the same case: each is named to the other, and nobody else is.</summary>
    public static async Task MeetAsync(IPage page, IPage other, string address)
    {
        await other.GotoAsync(address);
        await AnActingOffice.LiveAsync(other);
        await Expect(page.Locator(".onlookers .tag")).ToHaveCountAsync(1);
    }

    /// <summary>It is followed as one of many, with the results of it.</summary>
    public static async Task FollowAmongManyAsync(IPage page, string box, string number)
    {
        await page.GotoAsync(box);
        await AnActingOffice.LiveAsync(page);
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Locator(".pick-acts").GetByRole(AriaRole.Button, new() { Name = "Takip Et" }).ClickAsync();
        await Expect(page.Locator(".bulk-told")).ToBeVisibleAsync();
        await page.Locator(".bulk [data-act=send]").ClickAsync();
        await Expect(page.Locator(".bulk-told")).ToContainTextAsync("takibe alındı");
        await Expect(page.Locator(".bulk-rows").First).ToContainTextAsync(number);
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
