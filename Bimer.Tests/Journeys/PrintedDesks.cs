using System.Globalization;
using System.Text.RegularExpressions;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A letter of several pages on paper: every line of it, begun on the first page, and nothing one could press.</summary>
public sealed partial class PrintedDesks : IAsyncLifetime
{
    private const int Lines = 90;
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_letter_of_several_pages_loses_no_line_on_paper_and_prints_no_menus()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        await WriteAsync(writer.Page);
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await Expect(approver.Page.Locator(".letter-sheet")).ToBeVisibleAsync();
        var waiting = await PrintAsync(approver.Page);
        Holds(waiting, "Onayla", "Olumlu");

        await ApproveAsync(approver.Page);
        await writer.Page.GotoAsync($"{_office.Server.Url}/evrak/{number}");
        await AnActingOffice.LiveAsync(writer.Page);   // not while the circuit draws over what came with the page
        await Expect(writer.Page.Locator(".letter-sheet")).ToBeVisibleAsync();
        Holds(await PrintAsync(writer.Page), "Sevk Et", "Göster");
    }

    [Fact]
    public async Task A_report_comes_in_a_tab_of_its_own_and_its_code_leads_back_to_who_took_it()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, "/evrak/" + number, Screen.Laptop);
        await writer.Page.Keyboard.PressAsync("p");
        await Expect(writer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Başvuru Raporu" })).ToBeVisibleAsync();
        await Axe.FindNothingAsync(writer.Page);
        (await DeskSteps.ReportFileAsync(writer.Page, number)).Should().BeOneOf(["200 application/pdf", "503 text/html; charset=utf-8"], "a machine that keeps no program apart says so in words");

        var paper = await writer.Context.RunAndWaitForPageAsync(() => writer.Page.GetByRole(AriaRole.Button, new() { Name = "Yazdırma sayfası" }).ClickAsync());

        await Expect(paper.GetByRole(AriaRole.Heading, new() { Name = "Başvuru Raporu" })).ToBeVisibleAsync();
        await Axe.FindNothingAsync(paper);
        var code = await paper.Locator(".code").InnerTextAsync();
        (await PrintAsync(paper)).Should().OnlyContain(sheet => sheet.Contains($"{number} · {code}")).And.NotContain(sheet => sheet.Contains("Yazdır\n"));
        await writer.Page.GotoAsync($"{_office.Server.Url}/dogrula?kod={code}");
        await AnActingOffice.LiveAsync(writer.Page);
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Doğrula" }).ClickAsync();
        await Expect(writer.Page.Locator(".facts")).ToContainTextAsync("Ad1 Soyad");
        await Axe.FindNothingAsync(writer.Page);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static void Holds(string[] pages, params string[] screenOnly)
    {
        pages.Length.Should().BeGreaterThan(2);
        Line().Matches(string.Concat(pages)).Select(m => m.Groups["number"].Value).Should()
            .Equal(Enumerable.Range(1, Lines).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        pages[0].Should().Contain("Satır 1:", "the letter begins where the petition ends");
        foreach (var word in (string[])["Masam", "Canlı", .. screenOnly]) string.Concat(pages).Should().NotContain(word);
    }

    private static async Task WriteAsync(IPage page)
    {
        await DeskSteps.TypeLetterAsync(page, string.Join('\n', Enumerable.Range(1, Lines).Select(i => $"Satır {i}: armatür yerinde incelendi ve değiştirildi.")));
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await page.GetByLabel("Ad2 Soyad").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToBeVisibleAsync();
    }

    private static async Task ApproveAsync(IPage page)
    {
        await page.Locator("input[name=service]").First.CheckAsync();
        await page.Locator("input[name=verdict]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToBeVisibleAsync();
    }

    private static async Task<string[]> PrintAsync(IPage page) => (await PdfWords.PrintedAsync(page)).Split('\f', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"Satır (?<number>\d+):", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
