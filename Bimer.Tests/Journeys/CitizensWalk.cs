using System.Text.RegularExpressions;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>A citizen walks through all pages of filing and looking up; <paramref name="seen"/> hears of each before it is left.</summary>
internal sealed partial class CitizensWalk(BimerServer bimer, IPage page, Func<string, Task> seen)
{
    public const string Petition = """
        Çankaya ilçesi Güvenevler Mahallesi’nde oturuyorum. Mahallemizdeki aile sağlığı merkezinin asansörü üç haftadır çalışmıyor; yürümekte güçlük çeken hastalar ikinci kattaki muayene odasına çıkamıyor.

        12 Kasım 2026 Perşembe günü saat 10.30’da annemi götürdüğümde görevliler arızanın bildirildiğini, ancak bakım sözleşmesi yenilenmediği için kimsenin gelmediğini söyledi.

        Asansörün ne zaman onarılacağının tarafıma bildirilmesini ve bu sürede zemin katta geçici bir muayene odası ayrılmasını saygılarımla arz ederim.
        """;

    private static readonly PublishedCitizen Ayse = DemoPopulation.Shipped.Published[0];

    /// <summary>From the gate to the receipt and the petition's own page.</summary>
    public async Task FileAsync()
    {
        await PassGateAsync("/basvuru");
        await page.Locator("input[value=Complaint]").CheckAsync();
        await NextAsync("tur");
        await page.Locator("#kurum").SelectOptionAsync(new SelectOptionValue { Label = "Ankara Valiliği" });
        await page.Locator("#il").SelectOptionAsync("6");
        await page.Locator("#ilce").SelectOptionAsync("6/Çankaya");
        await NextAsync("kurum");
        await page.Locator("#eposta").FillAsync("ayse.yilmaz@posta.invalid");
        await NextAsync("iletisim");
        await page.Locator("#metin").FillAsync(Petition);
        await NextAsync("metin");
        await SendAsync();
    }

    /// <summary>Without a number: through the gate to the list.</summary>
    public async Task TrackAsync()
    {
        await PassGateAsync("/sorgula/kimlik");
        await seen("basvurularim");
    }

    private async Task SendAsync()
    {
        await page.Locator("#dosya").SetInputFilesAsync(new FilePayload { Name = "asansor-ariza-tutanagi.pdf", MimeType = "application/pdf", Buffer = Documents.Pdf });
        await Assertions.Expect(page.Locator(".file-list li")).ToHaveCountAsync(1);
        await seen("ekler");
        await page.Locator("a.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#onay")).ToBeVisibleAsync();
        await seen("kontrol");
        await page.Locator("#onay").CheckAsync();
        await page.Locator("button[data-act=send]").ClickAsync();
        await Assertions.Expect(page.Locator(".receipt .num")).ToBeVisibleAsync();
        await seen("alindi");
        await page.Locator("a.primary").ClickAsync();
        await Assertions.Expect(page.Locator(".own-case .path")).ToBeVisibleAsync();
        await seen("basvuru");
    }

    private async Task PassGateAsync(string gate)
    {
        await page.GotoAsync(bimer.Url + gate);
        await page.Locator("#kimlik-no").FillAsync(Ayse.NationalId);
        await page.Locator("#ad").FillAsync(Ayse.GivenName);
        await page.Locator("#soyad").FillAsync(Ayse.Surname);
        for (var place = 1; place <= Ayse.MotherMaidenName.Length; place++)
        {
            var box = page.GetByLabel($"{place}. harf");
            if (await box.CountAsync() > 0) await box.FillAsync(Ayse.MotherMaidenName[(place - 1)..place]);
        }

        await page.Locator("#telefon").FillAsync(Ayse.Mobile);
        await page.Locator("form[data-once] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#kod")).ToBeVisibleAsync();
        await seen("kod");
        var messages = await bimer.Services.GetRequiredService<CapturedSmsBox>().NewestFirstAsync(1, CancellationToken.None);
        await page.Locator("#kod").FillAsync(SixDigits().Match(messages[0].Text).Value);
        await page.Locator("form[data-once] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#kod")).ToHaveCountAsync(0);
    }

    private async Task NextAsync(string step)
    {
        await seen(step);
        var here = page.Url;
        await page.Locator("form[data-draft] button.primary").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(here);
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.NonBacktracking)]
    private static partial Regex SixDigits();
}
