using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Words of a letter marked by its approver, found by its writer, and looked for again in the next letter (S50).</summary>
public sealed class CorrectingJourney : IAsyncLifetime
{
    private const string Marked = "() => [...(CSS.highlights.get('marks') ?? [])].map(range => { const words = document.createRange(); words.setStart(range.startContainer, range.startOffset); words.setEnd(range.endContainer, range.endOffset); return words.toString(); }).join('|')";
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task What_is_marked_is_found_in_the_letter_and_what_became_of_it_is_seen_word_by_word()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        await WriteAsync(writer.Page, "Sokağınızdaki armatürler 12 Mart günü değiştirilmiştir.");

        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await MarkAsync(approver.Page, "12 Mart günü", "Tutanakta 15 Mart yazıyor.");

        await writer.Page.GotoAsync($"{_office.Server.Url}/evrak/{number}/cevapla");
        await Expect(writer.Page.Locator(".marks li")).ToContainTextAsync("Tutanakta 15 Mart yazıyor.");
        await Expect(writer.Page.Locator("#letter")).ToContainTextAsync("12 Mart günü");
        await writer.Page.WaitForFunctionAsync($"({Marked})() === '12 Mart günü'");
        await WriteAsync(writer.Page, "Sokağınızdaki armatürler 15 Mart günü değiştirilmiştir.", again: true);

        await approver.Page.GotoAsync($"{_office.Server.Url}/onay/{number}");
        await AnActingOffice.LiveAsync(approver.Page);
        await Expect(approver.Page.Locator(".rounds")).ToContainTextAsync("Tutanakta 15 Mart yazıyor.");
        await approver.Page.HitAsync("v");
        await Expect(approver.Page.Locator(".letter-difference del")).ToContainTextAsync("12");
        await Expect(approver.Page.Locator(".letter-difference ins")).ToContainTextAsync("15");
        await Axe.FindNothingAsync(approver.Page);
    }

    [Fact]
    public async Task A_mark_that_was_begun_is_not_lost_and_one_that_was_added_is_there_after_a_reload()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using (var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla")) await WriteAsync(writer.Page, "Armatürler değiştirilmiştir.");
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        var page = approver.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await page.GetByLabel("Hangi sözler?").FillAsync("Lambalar");
        await page.GetByLabel("Ne yapılsın?").FillAsync("Hangileri?");

        await page.GetByRole(AriaRole.Button, new() { Name = "Düzeltmeye gönder" }).ClickAsync();
        await Expect(page.Locator("#mark-error")).ToContainTextAsync("ekleyin ya da silin");
        await page.GetByRole(AriaRole.Button, new() { Name = "İşaret ekle" }).ClickAsync();
        await Expect(page.Locator("#mark-error")).ToContainTextAsync("Bu sözler mektupta yok");
        await page.GetByLabel("Hangi sözler?").FillAsync("Armatürler");
        await page.GetByRole(AriaRole.Button, new() { Name = "İşaret ekle" }).ClickAsync();
        await Expect(page.Locator("#note-state")).ToContainTextAsync("Taslak kaydedildi");
        await Axe.FindNothingAsync(page);

        await page.ReloadAsync();
        await AnActingOffice.LiveAsync(page);
        await Expect(page.Locator(".marks li")).ToContainTextAsync("Hangileri?");
        await page.WaitForFunctionAsync($"({Marked})() === 'Armatürler'");
        await AlsoOnAPhoneAsync(page, number);
    }

    /// <summary>Of two notes of one approver none takes the other's place unseen, and who reads the case is told who is at the desk (U13, U17).</summary>
    private async Task AlsoOnAPhoneAsync(IPage desk, string number)
    {
        await using var reader = await _office.SitDownAsync(_office.Writer, "/evrak/" + number);
        await Expect(reader.Page.Locator(".onlookers")).ToContainTextAsync("onay ekranında");
        await using var phone = await _office.SitDownAsync(_office.Approver, "/onay/" + number, Screen.Phone);
        await Expect(phone.Page.Locator(".marks li")).ToContainTextAsync("Hangileri?");
        await desk.Locator("#note").FillAsync("Masadaki");
        await Expect(desk.Locator("#note-state")).ToContainTextAsync("Taslak kaydedildi");

        await phone.Page.Locator("#note").FillAsync("Telefondaki");

        await Expect(phone.Page.Locator(".draft-note blockquote")).ToHaveTextAsync("Masadaki");
        await Expect(phone.Page.Locator("#note")).ToHaveValueAsync("Telefondaki");
        await Axe.FindNothingAsync(phone.Page, "of two notes on a phone");
        (await phone.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Screen.Phone.Width);
        await phone.Page.Locator("[data-draft=other]").ClickAsync();
        await Expect(phone.Page.Locator("#note")).ToHaveValueAsync("Masadaki");
    }

    private static async Task MarkAsync(IPage page, string words, string remark)
    {
        // Selected first, as somebody does who reads and finds a fault; the form takes the focus when it opens.
        await page.EvaluateAsync("words => { const text = document.evaluate(`//*[@data-marked]//text()[contains(., '${words}')]`, document).iterateNext(); const at = text.data.indexOf(words); document.getSelection().setBaseAndExtent(text, at, text, at + words.length); }", words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await Expect(page.GetByLabel("Hangi sözler?")).ToHaveValueAsync(words);
        await page.GetByLabel("Ne yapılsın?").FillAsync(remark);
        await page.GetByRole(AriaRole.Button, new() { Name = "İşaret ekle" }).ClickAsync();
        await Expect(page.Locator(".marks q")).ToHaveTextAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Düzeltmeye gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    private static async Task WriteAsync(IPage page, string letter, bool again = false)
    {
        await DeskSteps.TypeLetterAsync(page, letter);
        if (!again)
        {
            await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
            await page.GetByLabel("Ad2 Soyad").CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
