using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Screens;

/// <summary>A new sheet of keys loads the page anew, but never over a note that is being typed. The script is the product's own, the page around it the smallest there is.</summary>
public sealed class KeySheetTests
{
    [Fact]
    public async Task A_note_that_is_being_typed_outlives_a_new_sheet_of_keys_and_the_next_page_has_it()
    {
        await using var person = await Chromium.NewPersonAsync();
        var (page, loads) = (person.Page, new List<string>());
        await ServeAsync(page, loads);
        await page.GotoAsync("http://127.0.0.1/");

        await page.Locator("textarea").FillAsync("Yarın aranacak.");
        await KeepAsync(page);
        await Expect(page.Locator(".key-told")).ToHaveTextAsync("Sonra");
        await Expect(page.Locator("textarea")).ToHaveValueAsync("Yarın aranacak.");
        loads.Should().Equal(["/"], "nothing was loaded over the note");
        await page.Locator("#key-help").EvaluateAsync("dialog => dialog.close()");
        await page.GetByRole(AriaRole.Link).ClickAsync();   // the circuit's own script, which would have followed it, is passed by
        await page.ArriveAtAsync("**/oteki");
        await page.Locator("textarea").FillAsync("a");
        await page.Locator("textarea").FillAsync("");
        await KeepAsync(page);
        await Expect(page.Locator(".key-told")).ToHaveTextAsync("Kaydedildi.");
        loads.Should().Equal("/", "/oteki", "/oteki");
    }

    private static async Task ServeAsync(IPage page, List<string> loads)
    {
        var html = Page(await File.ReadAllTextAsync(Repository.At("wwwroot-assets/js/keysheet.js")));
        await page.RouteAsync("**/*", route =>
        {
            if (string.Equals(route.Request.Method, "PUT", StringComparison.Ordinal)) return route.FulfillAsync(new() { Status = 204 });
            loads.Add(new Uri(route.Request.Url).AbsolutePath);
            return route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html });
        });
    }

    private static string Page(string script) => $"""
        <!doctype html><html lang="tr"><head><title>Tuşlar</title><link rel="icon" href="data:,"></head><body>
        <textarea aria-label="Not"></textarea><a href="/oteki">Öteki</a>
        <dialog id="key-help"><form id="key-form" data-address="/tuslar" data-kept="Kaydedildi." data-lost="Yok" data-later="Sonra">
        <input type="checkbox" name="letters" checked aria-label="Harfler"><button type="button" data-keys="change">Değiştir</button>
        <button type="button" data-keys="usual" hidden>Olağan</button><button data-keys="keep" hidden>Kaydet</button><p class="key-told"></p></form></dialog>
        <script>document.addEventListener('click', e => e.target.matches('a') && e.preventDefault());</script>
        <script>{script}</script></body></html>
        """;

    private static async Task KeepAsync(IPage page)
    {
        await page.Locator("#key-help").EvaluateAsync("dialog => dialog.showModal()");
        await page.GetByLabel("Harfler").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kaydet" }).ClickAsync();
    }
}
