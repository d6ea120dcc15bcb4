using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>An answer template from its first word to the letter that began with it (S46).</summary>
public sealed class TemplateJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_template_is_written_approved_and_called_by_its_short_name_in_a_letter()
    {
        await using var writer = await _office.SitDownAsync(_office.Writer, "/sablonlar/yaz");
        var key = await WriteAsync(writer.Page);
        await using (var approver = await _office.SitDownAsync(_office.Approver, $"/sablonlar?sablon={key}", Screen.Phone, ColorScheme.Dark)) await ApproveAsync(approver.Page);

        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        await writer.Page.GotoAsync($"{_office.Server.Url}/evrak/{number}/cevapla");
        await AnActingOffice.LiveAsync(writer.Page);
        await CallAsync(writer.Page);
        await LinkAsync(writer.Page);
        await SendAsync(writer.Page);

        await using var signer = await _office.SitDownAsync(_office.Approver, $"/onay/{number}");
        await Expect(signer.Page.Locator(".letter-whole")).ToContainTextAsync($"{number} sayılı başvurunuz incelendi. Armatür değiştirildi.");
        await Expect(signer.Page.Locator(".letter-whole a")).ToHaveAttributeAsync("href", "https://turkiye.gov.tr/basvuru");
        (await signer.Page.Locator(".letter-whole a").EvaluateAsync<string>("link => getComputedStyle(link, '::after').content")).Should().Contain("(", "whoever signs reads where it leads");
        await signer.Page.GetByRole(AriaRole.Button, new() { Name = "Şablonla karşılaştır: Aydınlatma" }).ClickAsync();
        await Expect(signer.Page.Locator(".letter-difference ins").First).ToContainTextAsync("Armatür değiştirildi");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static async Task<string> WriteAsync(IPage page)
    {
        await page.GetByLabel("Ad", new() { Exact = true }).FillAsync("Aydınlatma");
        await page.GetByLabel("Kısa ad").FillAsync("ayd");
        await page.GetByLabel("Kimler için").SelectOptionAsync(new SelectOptionValue { Label = "Birim: Ankara Valiliği" });
        await DeskSteps.TypeLetterAsync(page, "{ilgili-kisi} sayılı başvurunuz incelendi.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.GetByText("“{ilgili-kisi}” sistemin doldurduğu bir alan değil")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page, "a template that is refused");

        await DeskSteps.TypeLetterAsync(page, " sayılı başvurunuz incelendi.");
        await page.Keyboard.PressAsync("Home");
        await page.GetByRole(AriaRole.Button, new() { Name = "başvuru-no alanını ekle" }).ClickAsync();
        await Expect(page.Locator("#letter")).ToHaveTextAsync("{başvuru-no} sayılı başvurunuz incelendi.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await page.ArriveAtAsync("**/sablonlar?sablon=**");
        await Expect(page.GetByText("Kendi yazdığınız metni onaylayamazsınız")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page, "the templates");
        return page.Url[(page.Url.LastIndexOf('=') + 1)..];
    }

    private static async Task ApproveAsync(IPage page)
    {
        await Expect(page.GetByText("Onayınızı bekliyor")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page, "a template that waits, on a phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Geri çevir" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();   // not without a word
        await page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kullanımdaki metin, sürüm 1" })).ToBeVisibleAsync();
    }

    private static async Task CallAsync(IPage page)
    {
        var letter = page.Locator("#letter");
        await Expect(letter).ToHaveAttributeAsync("contenteditable", "true");
        await letter.ClickAsync();
        await page.Keyboard.TypeAsync("::yok");
        await Expect(page.Locator(".letter-templates")).ToContainTextAsync("“yok” ile başlayan şablon yok");
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("ayd");
        await Expect(page.Locator(".letter-templates [role=option][aria-selected=true]")).ToContainTextAsync("Aydınlatma");
        await Axe.FindNothingAsync(page, "templates under the cursor");
        await page.Keyboard.PressAsync("Enter");
        await Expect(letter).ToHaveTextAsync("{başvuru-no} sayılı başvurunuz incelendi.");
        await Expect(page.Locator(".letter-templates")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Armatür değiştirildi.");
    }

    /// <summary>Words and an address, by keyboard; what may not be led to is refused where it is typed.</summary>
    private static async Task LinkAsync(IPage page)
    {
        var (words, address) = (page.Locator("#letter-link-words"), page.Locator("#letter-link-address"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Bağlantı ekle" }).ClickAsync();
        await Expect(words).ToBeFocusedAsync();
        await words.FillAsync("başvuru sayfası");
        await address.FillAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Bu adrese bağlantı verilemez.")).ToBeVisibleAsync();
        await Axe.FindNothingAsync(page, "a link that is refused");
        await address.FillAsync("turkiye.gov.tr/basvuru");
        await page.Keyboard.PressAsync("Enter");
        await Expect(words).ToBeHiddenAsync();
        await Expect(page.Locator("#letter a")).ToHaveAttributeAsync("href", "https://turkiye.gov.tr/basvuru");
        await Expect(page.Locator("#letter")).ToContainTextAsync("Armatür değiştirildi.başvuru sayfası");
    }

    private static async Task SendAsync(IPage page)
    {
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await page.GetByLabel("Ad2 Soyad").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Onaya gönder" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
    }
}
