using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What the line under a letter says is true: saved, being saved, refused and why (U13).</summary>
[Collection(Alone.Name)]
public sealed class LetterKeeping : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_letter_that_is_too_long_is_told_and_saved_once_it_is_shortened()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        writer.Expecting("413");   // the browser reports the refused save to its console
        await Expect(writer.Page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");

        await writer.Page.RouteAsync("**/evrak/taslak/*", route => route.FulfillAsync(new() { Status = 413 }), new() { Times = 1 });   // the server's own limit has no words
        await TypeAsync(writer.Page, 80);
        await Expect(writer.Page.Locator("#letter-state")).ToContainTextAsync("Yazı çok uzun");
        await TypeAsync(writer.Page, 120_000);
        await Expect(writer.Page.Locator("#letter-state")).ToContainTextAsync("en çok 100000 karakter");

        await DeskSteps.TypeLetterAsync(writer.Page, "Kısaltılmış cevap");
        await DeskSteps.ReloadLetterAsync(writer.Page, "Kısaltılmış cevap");
    }

    [Fact]
    public async Task What_is_typed_is_not_called_saved_before_it_is()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        await DeskSteps.TypeLetterAsync(writer.Page, "Birinci cümle.");

        var state = await writer.Page.Locator("#letter").EvaluateAsync<string>(
            "area => { area.dispatchEvent(new InputEvent('input', { bubbles: true })); return document.getElementById('letter-state').textContent; }");

        state.Should().Be("Kaydediliyor…");
    }

    // A script's hand: typing so much letter by letter would take minutes.
    private static async Task TypeAsync(IPage page, int characters) => await page.Locator("#letter").EvaluateAsync(
        "(area, n) => { area.textContent = 'şikâyet '.repeat(n / 8); area.dispatchEvent(new InputEvent('input', { bubbles: true })); }", characters);

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
