using System.Text.RegularExpressions;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Bimer.Tests.Journeys;

/// <summary>A citizen files and looks it up again, with scripts and without one, through the real program.</summary>
public sealed partial class PortalJourney
{
    private static readonly PublishedCitizen Ayse = DemoPopulation.Shipped.Published[0];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_files_and_finds_the_petition_again(bool javaScript)
    {
        await using var bimer = await BimerServer.StartAsync();
        await using var citizen = await Chromium.NewPersonAsync(javaScript ? Screen.Laptop : Screen.Phone, javaScript: javaScript);
        var page = citizen.Page;
        await PassGateAsync(bimer, page);
        await WriteAsync(page);

        await page.GetByLabel("Yasal bilgilendirmeyi okudum, onayladım").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Başvuruyu gönder" }).ClickAsync();
        if (!javaScript)
        {
            await page.GetByLabel("Telefonunuza gelen ikinci kod").FillAsync(await NewestCodeAsync(bimer));
            await page.GetByLabel("Yasal bilgilendirmeyi okudum, onayladım").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Başvuruyu gönder" }).ClickAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvurunuz alındı" })).ToBeVisibleAsync();
        if (javaScript) await Axe.FindNothingAsync(page);
        var number = await page.Locator(".receipt .num").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Başvuruma Git" }).ClickAsync();
        await Assertions.Expect(page.Locator(".own-case").GetByText(number)).ToBeVisibleAsync();
        if (javaScript) await Axe.FindNothingAsync(page);
    }

    private static async Task PassGateAsync(BimerServer bimer, IPage page)
    {
        await page.GotoAsync(bimer.Url + "/basvuru");
        await page.GetByLabel("T.C. kimlik numarası").FillAsync(Ayse.NationalId);
        await page.GetByLabel("Ad", new() { Exact = true }).FillAsync(Ayse.GivenName);
        await page.GetByLabel("Soyad", new() { Exact = true }).FillAsync(Ayse.Surname);
        for (var place = 1; place <= 3; place++)
        {
            var box = page.GetByLabel($"{place}. harf");
            if (await box.CountAsync() > 0) await box.FillAsync(Ayse.MotherMaidenName[(place - 1)..place]);
        }

        await page.GetByLabel("Cep telefonu").FillAsync(Ayse.Mobile);
        await page.GetByRole(AriaRole.Button, new() { Name = "Doğrulama kodu gönder" }).ClickAsync();
        await page.GetByLabel("Doğrulama kodu").FillAsync(await NewestCodeAsync(bimer));
        await page.GetByRole(AriaRole.Button, new() { Name = "Devam et" }).ClickAsync();
    }

    private static async Task WriteAsync(IPage page)
    {
        var next = page.GetByRole(AriaRole.Button, new() { Name = "Devam et" });
        await page.Locator("input[value=Complaint]").CheckAsync();
        await next.ClickAsync();
        await page.GetByLabel("Kurum", new() { Exact = true }).SelectOptionAsync("2");
        await page.GetByLabel("İl", new() { Exact = true }).SelectOptionAsync("6");
        await page.GetByLabel("İlçe", new() { Exact = true }).SelectOptionAsync("6/Çankaya");
        await next.ClickAsync();
        await page.GetByLabel("E-posta").FillAsync("ayse@posta.invalid");
        await next.ClickAsync();
        await page.GetByLabel("Başvuru metni").FillAsync(ACase.Words);
        await next.ClickAsync();
        await page.Locator("#dosya").SetInputFilesAsync(new FilePayload { Name = "sokak.pdf", MimeType = "application/pdf", Buffer = Documents.Pdf });
        await page.GetByRole(AriaRole.Button, new() { Name = "Seçilenleri ekle" }).ClickAsync();
        await Assertions.Expect(page.GetByText("sokak.pdf").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Devam et" }).ClickAsync();
    }

    private static async Task<string> NewestCodeAsync(BimerServer bimer)
    {
        var messages = await bimer.Services.GetRequiredService<CapturedSmsBox>().NewestFirstAsync(1, CancellationToken.None);
        return SixDigits().Match(messages[0].Text).Value;
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
