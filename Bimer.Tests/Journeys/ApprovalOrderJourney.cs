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

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static Task HeadedAsync(IPage page, string heading) => Expect(page.Locator("h1")).ToContainTextAsync(heading);
}
