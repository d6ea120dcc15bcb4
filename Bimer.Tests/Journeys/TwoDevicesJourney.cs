using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What one types at a desk of the case is told where one types it, and no other window writes over it unseen (U13, U17).</summary>
public sealed class TwoDevicesJourney : IAsyncLifetime
{
    private const string Explanation = "Vatandaşa açıklama";
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Theory]
    [InlineData("mine", "Buradaki")]
    [InlineData("other", "Oradaki")]
    public async Task Of_two_devices_the_later_is_told_shows_both_texts_and_chooses(string choice, string kept)
    {
        var address = $"/evrak/{AnActingOffice.Number(await _office.HeldCaseAsync())}/beklet";
        await using var there = await _office.SitDownAsync(_office.Writer, address, Screen.Laptop);
        await using var here = await _office.SitDownAsync(_office.Writer, address, Screen.Laptop);
        var (page, note) = (here.Page, here.Page.Locator(".draft-note"));
        await there.Page.GetByLabel(Explanation).FillAsync("Oradaki");
        await Expect(there.Page.Locator(".draft-note")).ToContainTextAsync("Taslak kaydedildi");

        await page.GetByLabel(Explanation).FillAsync("Buradaki");

        await Expect(note).ToContainTextAsync("başka bir pencerede ya da cihazda değişti");
        await Expect(note.Locator("blockquote").First).ToHaveTextAsync("Oradaki");
        await Expect(page.GetByLabel(Explanation)).ToHaveValueAsync("Buradaki");
        await Expect(note).ToBeInViewportAsync();
        await Axe.FindNothingAsync(page, "of two drafts");
        await page.Locator($"[data-draft={choice}]").ClickAsync();
        await Expect(page.GetByLabel(Explanation)).ToHaveValueAsync(kept);
        await Expect(note.Locator(".saved")).ToContainTextAsync(string.Equals(choice, "mine", StringComparison.Ordinal) ? "Taslak kaydedildi" : "geri getirildi");
        await page.ReloadAsync();
        await Expect(page.GetByLabel(Explanation)).ToHaveValueAsync(kept);
        await Expect(note).ToContainTextAsync("geri getirildi");
    }

    [Theory]
    [InlineData("mine", "Buradaki metin", "Oradaki metin")]
    [InlineData("theirs", "Oradaki metin", "Buradaki metin")]
    public async Task Of_two_windows_at_a_desk_of_recording_both_texts_stand_side_by_side_and_neither_choice_loses_the_other(string choice, string kept, string other)
    {
        await using var there = await _office.SitDownAsync(_office.Writer, "/yeni/mektup", Screen.Laptop);
        await using var here = await _office.SitDownAsync(_office.Writer, "/yeni/mektup", Screen.Laptop);
        here.Expecting("409");
        var page = here.Page;
        await there.Page.TypeIntoAsync("#metin", "Oradaki metin");
        await Expect(there.Page.Locator(".desk-form")).ToHaveAttributeAsync("data-state", "saved");

        await page.TypeIntoAsync("#ad", "Müjde");
        await page.TypeIntoAsync("#metin", "Buradaki metin");

        await Expect(page.Locator("[data-both=theirs]")).ToContainTextAsync("Oradaki metin");
        await Expect(page.Locator("[data-both=mine]")).ToContainTextAsync("Buradaki metin");
        await Expect(page.Locator("[data-both=mine]")).ToContainTextAsync("Müjde");
        await Axe.FindNothingAsync(page, "of two drafts at a desk");
        await page.Locator($"[data-conflict={choice}]").ClickAsync();
        await Expect(page.Locator("#metin")).ToHaveTextAsync(kept);
        await Expect(page.Locator("[data-both=aside]")).ToContainTextAsync(other);
        if (string.Equals(choice, "mine", StringComparison.Ordinal)) await Expect(page.Locator(".desk-form")).ToHaveAttributeAsync("data-state", "saved");
        else await AnActingOffice.LiveAsync(page);
        await page.ReloadAsync();
        await AnActingOffice.LiveAsync(page);
        await Expect(page.Locator("#metin")).ToHaveTextAsync(kept);
        await Expect(page.Locator("[data-both=aside]")).ToContainTextAsync(other);
    }

    [Fact]
    public async Task Whoever_is_at_a_desk_of_the_case_is_seen_on_its_page()
    {
        var number = AnActingOffice.Number(await _office.HeldCaseAsync());
        var colleague = await _office.Server.HireAsync(7, OfficerRole.CaseOfficer, _office.Unit);
        await using var other = await _office.SitDownAsync(colleague, "/evrak/" + number, Screen.Laptop);
        await using var ayse = await _office.SitDownAsync(_office.Writer, $"/evrak/{number}/sevk", Screen.Laptop);

        foreach (var (desk, told) in ((string, string)[])[("sevk", "sevk ekranında"), ("beklet", "beklemeye alma ekranında"), ("cevapla", "cevap ekranında")])
        {
            await ayse.Page.GotoAsync($"{_office.Server.Url}/evrak/{number}/{desk}");
            await Expect(other.Page.Locator(".onlookers")).ToContainTextAsync(told);
        }
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();
}
