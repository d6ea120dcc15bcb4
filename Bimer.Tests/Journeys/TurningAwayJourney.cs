using Bimer.Blazor.Workspace;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>At the writing desk by keyboard: a petition is turned away, and what is wrong in a letter is said where it stands (S44, S47).</summary>
public sealed class TurningAwayJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task A_petition_is_turned_away_from_the_first_key_to_the_signature(int width)
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync(CaseKind.TipOff));
        var size = width == 360 ? Screen.Phone : Screen.Laptop;
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla", size);
        var page = writer.Page;
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Cevapla" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#ground")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(page.Locator(".writing .field-error")).ToHaveCountAsync(4);   // reason, ground, service, approver
        await SoundAsync(page, "eksik", width);

        await FillAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(page.Locator("#confirm-send")).ToContainTextAsync("İşleme Alınmayacak");
        await SoundAsync(page, "onaya", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");

        await SignAsync(number, size, width);
    }

    [Fact]
    public async Task The_desk_says_what_is_wrong_and_leads_to_the_place()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        var page = writer.Page;
        await DeskSteps.TypeLetterAsync(page, "Rapor Ek-1 olarak sunulmuştur.");

        await Expect(page.Locator(".found li.stops")).ToContainTextAsync("Ek-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yerine git: Rapor Ek-1" }).ClickAsync();
        await page.WaitForFunctionAsync("() => getSelection().toString() === 'Rapor Ek-1 olarak sunulmuştur.'");
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await page.GetByLabel("Ad2 Soyad").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Yazı gönderilmedi")).ToBeVisibleAsync();
        await Expect(page.Locator("#confirm-send")).ToBeHiddenAsync();

        await DeskSteps.TypeLetterAsync(page, "Sayın yetkili, gereği yapılmıştır.");
        await Expect(page.Locator(".found li")).ToContainTextAsync("hitap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(page.Locator("#confirm-send .found-told")).ToContainTextAsync("hitap");
    }

    [Fact]
    public async Task Words_of_a_like_answer_and_its_service_are_taken_over_at_the_desk()
    {
        await AnsweredAsync("Lambalar yenilendi.");

        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{AnActingOffice.Number(await _office.HeldCaseAsync())}/cevapla", Screen.Phone);
        await writer.Page.GetByText("Benzer başvurular").ClickAsync();
        await writer.Page.Locator(".similar li summary").ClickAsync();
        await SoundAsync(writer.Page, "benzer", Screen.Phone.Width);
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Metni kullan" }).ClickAsync();
        await Expect(writer.Page.Locator("#letter")).ToHaveTextAsync("Lambalar yenilendi.");
        await writer.Page.Locator(".likely .option").ClickAsync();
        await Expect(writer.Page.GetByLabel("Hizmet", new() { Exact = true })).ToHaveValueAsync(ReplyStories.Service);
        await Expect(writer.Page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static async Task FillAsync(IPage page)
    {
        await page.GetByLabel("İşleme alınmama sebebi").SelectOptionAsync("SOMUT_BILGI_YOK");
        await Expect(page.GetByText("suç ihbarını Cumhuriyet başsavcılığına")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Matbu yazıyı al" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.getElementById('ground').value.startsWith('Başvurunuzda {yer, zaman')");
        await Expect(page.Locator(".found li.stops")).ToContainTextAsync("Doldurulmamış");
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await page.GetByLabel("Ad2 Soyad").CheckAsync();
        await page.GetByLabel("Gerekçe").FillAsync("Yer, zaman ve kişi belirtilmemiştir.");
        await Expect(page.Locator(".found")).ToContainTextAsync("Düzeltilecek bir şey bulunmadı");   // of the last word, so it is saved
        await page.ReloadAsync();
        await AnActingOffice.LiveAsync(page);
        await Expect(page.GetByLabel("Gerekçe")).ToHaveValueAsync("Yer, zaman ve kişi belirtilmemiştir.");
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
    }

    private async Task SignAsync(string number, ViewportSize size, int width)
    {
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}", size);
        var page = approver.Page;
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync("Gerekçe: Yer, zaman ve kişi belirtilmemiştir.");
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync("5271 sayılı");
        await Expect(page.GetByLabel("Olumlu", new() { Exact = true })).ToHaveCountAsync(0);
        await SoundAsync(page, "imza", width);
        await page.GetByLabel("Doğru:").CheckAsync();
        await page.GetByLabel("Tasnif dışı").CheckAsync();
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync("idare mahkemesinde");
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
        await using var db = await _office.Server.DbAsync();
        (await db.Replies.SingleAsync()).Should().BeEquivalentTo(new { Status = ReplyStatus.Approved, InadmissibilityGround = "Yer, zaman ve kişi belirtilmemiştir." });
    }

    /// <summary>Another petition of the same words, answered and signed.</summary>
    private async Task AnsweredAsync(string text)
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await using var writer = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/cevapla");
        await DeskSteps.TypeLetterAsync(writer.Page, text);
        await writer.Page.GetByLabel("Hizmetlerde ara").FillAsync(ReplyStories.ServiceName[..6]);
        await Expect(writer.Page.Locator("#catalogue-find-options li").First).ToContainTextAsync(ReplyStories.ServiceName);
        await writer.Page.Locator("#catalogue-find").PressAsync("Enter");
        await Expect(writer.Page.GetByLabel("Hizmet", new() { Exact = true })).ToHaveValueAsync(ReplyStories.Service);
        await writer.Page.GetByLabel("Ad2 Soyad").CheckAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await writer.Page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(writer.Page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
        await using var approver = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await approver.Page.GetByLabel("Doğru:").CheckAsync();
        await approver.Page.GetByLabel("Olumlu", new() { Exact = true }).CheckAsync();
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Onayla ve gönder" }).ClickAsync();
        await Expect(approver.Page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    private static async Task SoundAsync(IPage page, string name, int width)
    {
        foreach (var theme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            await Axe.FindNothingAsync(page, $"{name}, {theme}, {width}", coloursAlone: theme == ColorScheme.Light);
        }

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, "{0} scrolls no side", name);
    }
}
