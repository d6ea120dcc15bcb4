using Bimer.Tests.Given;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Subtopics proposed wherever they are chosen, to eye and ear, and taken by keyboard (S15, S28, S37).</summary>
public sealed class ProposedTopicsJourney : IAsyncLifetime
{
    private const string Desk = "/yeni/alo-150";
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_subtopic_is_proposed_with_its_reason_and_chosen_by_nobody_but_the_officer()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, Desk);
        var page = ayse.Page;
        await page.TypeIntoAsync("#metin", "Sokağımızdaki çöp konteyneri günlerdir toplanmıyor.");

        var proposed = page.Locator(".topic-advice .btn").First;
        await Expect(proposed).ToContainTextAsync("Temizlik ve çöp");
        await Expect(proposed).ToContainTextAsync("metinde: çöp, konteyneri, toplanmıyor");
        await Expect(page.Locator("[aria-labelledby=konular] > [role=status]")).ToContainTextAsync("konu önerisi var: Temizlik ve çöp");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(0);
        await Axe.FindNothingAsync(page);

        await proposed.PressAsync("Enter");
        await Expect(page.Locator(".topics-chosen li")).ToContainTextAsync("Temizlik ve çöp");
        await Expect(proposed).ToBeFocusedAsync();
        await Expect(proposed).ToHaveAttributeAsync("aria-pressed", "true");
        await page.TypeIntoAsync("#metin", " Sokak lambaları da yanmıyor, her yer karanlık, direk ve ampul yok, aydınlatma istiyoruz.");
        await Expect(page.Locator(".topic-advice")).ToContainTextAsync("Aydınlatma");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(1);
        await page.TabToAsync("#konu");
        await page.HitAsync("ArrowDown");
        await Expect(page.Locator("#konu-options [role=option]").First).ToContainTextAsync("Aydınlatma");
        await page.HitAsync("Enter");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_a_petition_seems_to_be_about_is_proposed_where_it_is_corrected_and_where_it_is_sent_on()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync(text: "Sokağımızdaki çöp konteyneri günlerdir toplanmıyor."));
        await using var ayse = await _office.SitDownAsync(_office.Writer, "/evrak/" + number, Screen.Phone);
        var page = ayse.Page;
        await page.HitAsync("d");
        await page.EnterOnAsync(".describe .topic-advice .btn", "Temizlik ve çöp");
        await Expect(page.Locator(".describe .topics-chosen li")).ToContainTextAsync("Temizlik ve çöp");
        await Axe.FindNothingAsync(page, "proposals where a case is corrected");

        await page.GotoAsync($"{_office.Server.Url}/evrak/{number}/sevk");
        await AnActingOffice.LiveAsync(page);
        await page.EnterOnAsync(".topic-advice .btn", "Temizlik ve çöp");
        await Expect(page.Locator(".topics-chosen li")).ToContainTextAsync("Temizlik ve çöp");
        await Axe.FindNothingAsync(page, "proposals where a case is sent on");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
