using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>The main job with the mouse removed (WCAG 2.1.1): sign in, find, open, answer, submit; then another signs.</summary>
[Collection(Alone.Name)]
public sealed class KeyboardJourney : IAsyncLifetime
{
    private AnActingOffice _office = null!;

    public async Task InitializeAsync() => _office = await AnActingOffice.OpenAsync();

    [Fact]
    public async Task An_answer_is_written_and_signed_by_keyboard_alone()
    {
        var cases = new List<CaseFile>();
        for (var i = 0; i < 3; i++) cases.Add(await _office.Server.FileAsync(_office.Unit));
        await using var writer = await Chromium.NewPersonAsync();
        await SignInAsync(writer.Page, _office.Writer);

        var number = await OpenSecondAsync(writer.Page);
        await AnswerAsync(writer.Page);
        await using var approver = await Chromium.NewPersonAsync();
        await SignInAsync(approver.Page, _office.Approver);
        await SignAsync(approver.Page);

        await using var db = await _office.Server.DbAsync();
        var reply = await db.Replies.SingleAsync();
        (reply.Status, reply.Verdict, new CaseNumber(reply.CaseId).ToString()).Should().Be((ReplyStatus.Approved, ReplyVerdict.Favourable, number));
        reply.Html.Should().Contain("<b>Çukurlar</b>");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task SignInAsync(IPage page, StaffMember officer)
    {
        await page.GotoAsync(_office.Server.Url + "/giris");
        await page.TypeIntoAsync("#kimlik", officer.NationalId);
        await page.TypeIntoAsync("#parola", officer.Password);
        await page.HitAsync("Enter");
        await AnActingOffice.LiveAsync(page);
    }

    /// <summary>g k to the unit inbox, j twice, k and j again, Enter.</summary>
    private static async Task<string> OpenSecondAsync(IPage page)
    {
        await page.HitAsync("g", "k");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
        await Expect(page.Locator("h1").First).ToBeFocusedAsync();   // a page that was come to takes the focus; a key before that is taken back
        await page.HitAsync("j", "j", "k", "j");
        await Expect(page.Locator("[data-row]").Nth(1)).ToBeFocusedAsync();
        var number = await page.Locator("[data-row]").Nth(1).Locator(".num").InnerTextAsync();
        await page.HitAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        await Expect(page.Locator(".case-number .num")).ToHaveTextAsync(number);
        return number;
    }

    private static async Task AnswerAsync(IPage page)
    {
        await page.HitAsync("c");
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await page.TabToAsync("#catalogue-service");
        await page.HitAsync("ArrowDown");
        await page.TypeIntoAsync("#letter", "Gereği yapılmıştır. ");
        await page.HitAsync("Control+b");
        await page.Keyboard.TypeAsync("Çukurlar");
        await page.HitAsync("Control+b");
        await page.Keyboard.TypeAsync(" kapatılmıştır.");
        await Expect(page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
        await page.TabToAsync("input[name=approver]");
        await page.HitAsync("Space", "Control+Enter");
        await Expect(page.Locator("#confirm-send")).ToBeVisibleAsync();
        await page.HitAsync("Escape");
        await Expect(page.Locator("#confirm-send")).ToBeHiddenAsync();
        await page.HitAsync("Control+Enter");
        await Expect(page.Locator("#confirm-send")).ToBeVisibleAsync();
        await page.TabToAsync("#confirm-send [data-act=confirm]");
        await page.HitAsync("Enter");
        await Expect(page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
    }

    private static async Task SignAsync(IPage page)
    {
        await page.HitAsync("g", "o");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await Expect(page.Locator("h1").First).ToBeFocusedAsync();   // a page that was come to takes the focus; a key before that is taken back
        await page.HitAsync("j", "Enter");
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync("Çukurlar kapatılmıştır.");
        await page.TabToAsync("input[name=service]");
        await page.HitAsync("Space");
        await page.TabToAsync("input[name=verdict]");
        await page.HitAsync("Space");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true })).ToBeEnabledAsync();
        await page.HitAsync("Control+Enter");
        await Expect(page.Locator("#confirm-approval")).ToBeVisibleAsync();
        await page.TabToAsync("#confirm-approval [data-act=confirm]");
        await page.HitAsync("Enter");
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }
}
