using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>An approver goes through their box as they ordered it, and comes back to the list they left (S49).</summary>
public sealed class ApprovalOrderJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task The_next_letter_is_the_next_of_the_list_and_the_way_back_leads_to_it()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++) numbers.Add(new CaseNumber((await _office.SubmittedCaseAsync()).CaseId).ToString());
        await using var approver = await _office.SitDownAsync(_office.Approver, "/kutu/onay?sira=sayi-ters", Screen.Laptop);
        var page = approver.Page;
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);

        await page.Locator("[data-row]").First.ClickAsync();
        await HeadedAsync(page, "Cevap onayı " + numbers[2]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sıradaki cevap" }).ClickAsync();
        await HeadedAsync(page, "Cevap onayı " + numbers[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sıradaki cevap" }).ClickAsync();
        await HeadedAsync(page, "Cevap onayı " + numbers[0]);

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Onay Bekleyenler" }).ClickAsync();
        await HeadedAsync(page, "Onay Bekleyenler");
        await Expect(page.Locator(".sort-now")).ToHaveTextAsync("Sıra: Sayı – büyük sayı önce");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(360)]
    public async Task A_narrowed_list_that_is_done_says_so_and_shows_the_whole_box(int width)
    {
        await _office.SubmittedCaseAsync();
        await _office.SubmittedCaseAsync(CaseKind.Request);
        await using var approver = await _office.SitDownAsync(_office.Approver, "/kutu/onay?tur=istek", width == 360 ? Screen.Phone : Screen.Laptop, width == 360 ? ColorScheme.Dark : ColorScheme.Light);
        var page = approver.Page;
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await page.Locator("[data-row]").ClickAsync();
        await HeadedAsync(page, "Cevap onayı");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sıradaki cevap" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("Bu ölçütlere uyan başka cevap yok. Onay kutunuzda başka cevaplar olabilir.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cevap Düzeltmeyi Aç" }).ClickAsync();
        await page.Locator("#note").FillAsync("Tarih eksik.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Düzeltmeye gönder" }).ClickAsync();

        await Expect(page.Locator(".empty")).ToContainTextAsync("Bu ölçütlere uyan cevap kalmadı");
        await Axe.FindNothingAsync(page, "a narrowed list that is done, at " + width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Kutunun tamamını göster" }).ClickAsync();
        await HeadedAsync(page, "Onay Bekleyenler");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static Task HeadedAsync(IPage page, string heading) => Expect(page.Locator("h1")).ToContainTextAsync(heading);
}
