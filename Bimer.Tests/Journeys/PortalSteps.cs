using System.Globalization;
using System.Text.RegularExpressions;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What a citizen means to file.</summary>
internal sealed record APetition(UnitId Institution, string Text, string Email, IReadOnlyList<FilePayload> Files, bool Hidden = false)
{
    public CaseKind Kind { get; init; } = CaseKind.Complaint;

    /// <summary>Beside the register's; none is asked for.</summary>
    public string? ContactAddress { get; init; }
}

/// <summary>The citizens' pages as a person goes through them.</summary>
internal static partial class PortalSteps
{
    public static PublishedCitizen Ayse => DemoPopulation.Shipped.Published[0];

    public static async Task PassGateAsync(BimerServer bimer, IPage page, PublishedCitizen? who = null)
    {
        who ??= Ayse;
        await page.GotoAsync(bimer.Url + "/basvuru");
        await page.GetByLabel("T.C. kimlik numarası").FillAsync(who.NationalId);
        await page.GetByLabel("Ad", new() { Exact = true }).FillAsync(who.GivenName);
        await page.GetByLabel("Soyad", new() { Exact = true }).FillAsync(who.Surname);
        for (var place = 1; place <= 3; place++)
        {
            var box = page.GetByLabel($"{place}. harf");
            if (await box.CountAsync() > 0) await box.FillAsync(who.MotherMaidenName[(place - 1)..place]);
        }

        await page.GetByLabel("Cep telefonu").FillAsync(who.Mobile);
        await TypeCodeAsync(bimer, page);
    }

    /// <summary>From the first page of the form to the last one, without sending.</summary>
    /// <param name="hasScripts">Then files are taken as soon as they are chosen; otherwise by the button.</param>
    public static async Task WriteAsync(IPage page, APetition petition, bool hasScripts = true)
    {
        await WriteUntilTextAsync(page, petition);
        await page.GetByLabel("Başvuru metni").FillAsync(petition.Text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Devam et" }).ClickAsync();
        await page.Locator("#dosya").SetInputFilesAsync(petition.Files);
        if (!hasScripts) await page.GetByRole(AriaRole.Button, new() { Name = "Seçilenleri ekle" }).ClickAsync();
        foreach (var file in petition.Files) await Expect(page.Locator(".file-list").GetByText(file.Name).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Devam et" }).ClickAsync();
    }

    /// <summary>The same as far as the page of the text, which is still empty.</summary>
    public static async Task WriteUntilTextAsync(IPage page, APetition petition)
    {
        var next = page.GetByRole(AriaRole.Button, new() { Name = "Devam et" });
        await page.Locator($"input[value={petition.Kind}]").CheckAsync();
        if (petition.Hidden) await page.GetByLabel("Kimlik bilgilerim gizlensin").CheckAsync();
        await next.ClickAsync();
        await page.GetByLabel("Kurum", new() { Exact = true }).SelectOptionAsync(petition.Institution.Value.ToString(CultureInfo.InvariantCulture));
        await page.GetByLabel("İl", new() { Exact = true }).SelectOptionAsync("6");
        await page.GetByLabel("İlçe", new() { Exact = true }).SelectOptionAsync("6/Çankaya");
        await next.ClickAsync();
        if (petition.ContactAddress is { } address) await page.Locator("#adres").FillAsync(address);
        await page.GetByLabel("E-posta").FillAsync(petition.Email);
        await next.ClickAsync();
    }

    public static async Task SendAsync(IPage page)
    {
        await page.GetByLabel("Yasal bilgilendirmeyi okudum, onayladım").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Başvuruyu gönder" }).ClickAsync();
    }

    /// <summary>Başvuru Sorgulama by number and phone code.</summary>
    public static async Task LookUpAsync(BimerServer bimer, IPage page, string number)
    {
        await page.GotoAsync(bimer.Url + "/sorgula");
        await page.GetByLabel("Başvuru sayısı").FillAsync(number);
        await page.GetByLabel("Cep telefonu").FillAsync(Ayse.Mobile);
        await TypeCodeAsync(bimer, page);
    }

    public static async Task<string> NewestCodeAsync(BimerServer bimer)
    {
        var messages = await bimer.Services.GetRequiredService<CapturedSmsBox>().NewestFirstAsync(1, CancellationToken.None);
        return SixDigits().Match(messages[0].Text).Value;
    }

    private static async Task TypeCodeAsync(BimerServer bimer, IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Doğrulama kodu gönder" }).ClickAsync();
        await page.GetByLabel("Doğrulama kodu").FillAsync(await NewestCodeAsync(bimer));
        await page.GetByRole(AriaRole.Button, new() { Name = "Devam et" }).ClickAsync();
    }

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
