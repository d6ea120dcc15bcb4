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
public sealed class KeyboardJourney : IAsyncLifetime
{
    private const int Rows = 52;   // two more than a page
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

    [Fact]
    public async Task Back_leads_to_the_case_and_the_list_one_came_from()
    {
        var number = (await _office.Server.FileAsync(_office.Unit)).NumberOf();
        await using var officer = await _office.SitDownAsync(_office.Writer, $"/kutu/kurum?birim={_office.Unit.Value}");
        var page = officer.Page;
        await page.HitAsync("j", "Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        var opened = page.Url;

        await page.HitAsync("s");
        await Expect(page.Locator("#unit")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await AnActingOffice.LiveAsync(page);
        await page.HitAsync("u");
        await Expect(page).ToHaveURLAsync(opened);
        await Expect(page.Locator(".case-number .num")).ToHaveTextAsync(number);
        await Expect(page.Locator("h1").First).ToBeFocusedAsync();
        await page.HitAsync("u");
        await Expect(page).ToHaveURLAsync($"{_office.Server.Url}/kutu/kurum?birim={_office.Unit.Value}");
    }

    [Fact]
    public async Task A_list_that_is_come_back_to_stands_where_it_was_left()
    {
        for (var i = 0; i < Rows; i++) await _office.Server.FileAsync(_office.Unit);
        await using var officer = await _office.SitDownAsync(_office.Writer, "/kutu/kurum");
        var page = officer.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Daha fazla" }).ClickAsync();
        await page.Locator("[data-row]").Nth(Rows - 1).ScrollIntoViewIfNeededAsync();
        var left = await PlaceAsync(page);
        left.Should().BeGreaterThan(1_000);

        await page.HitAsync("g", "g");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gelen Kutum" })).ToBeVisibleAsync();
        await page.HitAsync("g", "k");

        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(Rows);
        (await PlaceAsync(page)).Should().Be(left);
    }

    [Fact]
    public async Task A_case_begins_at_its_first_line_though_the_one_before_was_left_at_its_last()
    {
        await _office.HeldCaseAsync();
        await _office.HeldCaseAsync();
        await using var officer = await _office.SitDownAsync(_office.Writer, "/kutu/gelen", new ViewportSize { Width = 1366, Height = 480 });
        var (page, pane) = (officer.Page, officer.Page.Locator(".split .case"));
        await page.Locator("[data-row]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru hareketleri" })).ToBeVisibleAsync();
        (await pane.EvaluateAsync<double>("pane => { pane.scrollTop = pane.scrollHeight; return pane.scrollTop; }")).Should().BePositive();

        var other = page.Locator("[data-row]").Nth(1);
        await other.ClickAsync();

        await Expect(page.Locator(".case-number .num")).ToHaveTextAsync(await other.Locator(".num").InnerTextAsync());
        (await pane.EvaluateAsync<double>("pane => pane.scrollTop")).Should().Be(0);
    }

    private static Task<double> PlaceAsync(IPage page) => page.Locator(".rows").EvaluateAsync<double>("rows => rows.scrollTop");

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task SignInAsync(IPage page, StaffMember officer)
    {
        await page.GotoAsync(_office.Server.Url + "/giris");
        await page.TypeIntoAsync("#kimlik", officer.NationalId);
        await page.TypeIntoAsync("#sifre", officer.Password);
        await page.HitAsync("Enter");
        await AnActingOffice.LiveAsync(page);
    }

    /// <summary>g k to the unit inbox, j twice, k and j again, Enter.</summary>
    private static async Task<string> OpenSecondAsync(IPage page)
    {
        await page.HitAsync("g", "k");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
        await Expect(page.Locator("h1", new() { HasText = "Kurum Kutusu" })).ToBeFocusedAsync();   // a page that was come to takes the focus; a key before that is taken back
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
        await Expect(page.Locator("h1", new() { HasText = "Onay Bekleyenler" })).ToBeFocusedAsync();   // a page that was come to takes the focus; a key before that is taken back
        await page.HitAsync("j", "Enter");
        await Expect(page.Locator(".letter-sheet")).ToContainTextAsync("Çukurlar kapatılmıştır.");
        await page.TabToAsync("input[name=service]");
        await page.HitAsync("Space");
        await page.TabToAsync("input[name=verdict]");
        await page.HitAsync("Space");
        await page.HitAsync("Control+Enter");
        await Expect(page.Locator("#confirm-approval")).ToBeVisibleAsync();
        await page.TabToAsync("#confirm-approval [data-act=confirm]");
        await page.HitAsync("Enter");
        await Expect(page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }
}
