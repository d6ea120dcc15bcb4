using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>A call is recorded with the mouse removed, in the slides' order (S12–S14, U5, U13).</summary>
public sealed class RegisteringJourney : IAsyncLifetime
{
    private const string Desk = "/yeni/alo-150";
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task A_call_is_recorded_by_keyboard_alone_and_nothing_typed_is_lost_on_the_way()
    {
        await using var ayse = await _office.SitDownAsync(_office.Writer, Desk);
        var page = ayse.Page;
        await Expect(page.Locator("#tc-no")).ToBeFocusedAsync();
        await page.TypeIntoAsync("#ad", "Müjde");
        await page.TypeIntoAsync("#soyad", "Kanarya");
        await page.TypeIntoAsync("#telefon", "0532 123 45 67");
        await page.TypeIntoAsync("#metin", ACase.Words);
        await ExpectOnAnotherDeviceAsync();

        await SavedTooEarlyAsync(page);
        await FinishAsync(page);

        await page.ArriveAtAsync("**/evrak/**");
        await Expect(page.Locator(".toast")).ToContainTextAsync("zimmetinize alındı");
        await Expect(page.Locator(".about")).ToContainTextAsync("Sağlık › Randevu ve muayene");
        await ExpectRecordedAsync(page.Url);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private static async Task SavedTooEarlyAsync(IPage page)
    {
        await page.HitAsync("Control+Enter");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.Locator("#ad")).ToHaveValueAsync("Müjde");
        await Expect(page.Locator("#metin")).ToHaveValueAsync(ACase.Words);
    }

    private static async Task FinishAsync(IPage page)
    {
        await page.TabToAsync("[data-absent]");
        await page.HitAsync("Enter");
        await page.TabToAsync("#tur");
        await page.HitAsync("ArrowDown", "ArrowDown");
        await page.TypeIntoAsync("#konu", "randevu");
        await Expect(page.Locator("#konu-options [role=option]")).ToHaveCountAsync(1);
        await page.HitAsync("Enter");
        await Expect(page.Locator(".topics-chosen li")).ToHaveCountAsync(1);
        await page.HitAsync("Control+Enter");
    }

    /// <summary>What was typed here lies on the server, and on nobody else's desk.</summary>
    private async Task ExpectOnAnotherDeviceAsync()
    {
        await using var elsewhere = await _office.SitDownAsync(_office.Writer, "/masa");
        await Eventually.TrueAsync(async () =>
        {
            await elsewhere.Page.GotoAsync(_office.Server.Url + Desk);
            return string.Equals(await elsewhere.Page.Locator("#metin").InputValueAsync(), ACase.Words, StringComparison.Ordinal);
        }, "the words come to another device");
        await Expect(elsewhere.Page.Locator("#telefon")).ToHaveValueAsync("0532 123 45 67");
    }

    private async Task ExpectRecordedAsync(string address)
    {
        await using var db = await _office.Server.DbAsync();
        var filed = await db.Cases.Include(c => c.Routings).SingleAsync();
        address.Should().EndWith(filed.NumberOf());
        filed.Should().BeEquivalentTo(new { Channel = IntakeChannel.Phone150, Kind = CaseKind.Complaint, MaskedName = "M***** K*****", IdentityCheck = IdentityCheck.Stated });
        filed.Routings.Should().ContainSingle().Which.Custodian.Should().Be(_office.Writer.Actor.UserId);
        (await db.DeskIntakes.AnyAsync()).Should().BeFalse();
    }
}
