using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>Three clicks in one tick really arrive as three on a circuit; each is one act, and the person is told of no refusal (B1, B3).</summary>
public sealed class ThreeClicks
{
    // A refusal that flashes up before the page is left is one the person has seen.
    private const string Clicks = """
        selector => {
          window.refusals = [];
          const listen = () => { for (const told of document.querySelectorAll('.notice[role=alert], .error-summary')) window.refusals.push(told.innerText); };
          new MutationObserver(listen).observe(document.body, { childList: true, subtree: true });
          const it = document.querySelector(selector);
          it.click(); it.click(); it.click();
        }
        """;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Three_clicks_open_once_submit_once_and_sign_once(Kind kind)
    {
        await using var office = await AnActingOffice.OpenAsync(kind);
        var number = (await office.Server.FileAsync(office.Unit)).NumberOf();
        await using var writer = await office.SitDownAsync(office.Writer, "/kutu/kurum");
        await ThriceAsync(writer.Page, "[data-row]");
        await Expect(writer.Page.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        await SaysNoRefusalAsync(writer.Page);

        await writer.Page.GotoAsync($"{office.Server.Url}/evrak/{number}/cevapla");
        await AnActingOffice.LiveAsync(writer.Page);
        await WriteAsync(writer.Page);
        await ThriceAsync(writer.Page, "[data-act=confirm]");
        await Expect(writer.Page.Locator(".toast")).ToContainTextAsync("onayına gönderildi");
        await SaysNoRefusalAsync(writer.Page);

        await SignAsync(office, number);
        await using var db = await office.Server.DbAsync();
        (await db.AuditEntries.OrderBy(a => a.Sequence).Select(a => a.Action).Where(a => a.StartsWith("case.") || a.StartsWith("reply.")).ToListAsync())
            .Should().Equal("case.filed", "case.custody-taken", "reply.submitted", "reply.approved", "case.closed");
        (await db.OutboxMessages.CountAsync(m => m.Kind == OutboxKind.ReplyMail)).Should().Be(1);
        office.Server.Complaints.Should().BeEmpty("a lost race among one's own clicks is no error");
    }

    /// <remarks>
    /// What the page does with its clicks is the same on both databases, but only SQLite keeps the first click waiting long enough for a
    /// page that lets all three through to be caught. What becomes of three commands that do get through: RaceTests, on both.
    /// </remarks>
    [Fact]
    public async Task Three_clicks_forward_once()
    {
        await using var office = await AnActingOffice.OpenAsync(Kind.Sqlite);
        var routing = await office.HeldCaseAsync();
        await using var writer = await office.SitDownAsync(office.Writer, $"/evrak/{AnActingOffice.Number(routing)}/sevk");
        await DeskSteps.NameUnitAsync(writer.Page, "ankara il sağlık", "Ankara İl Sağlık Müdürlüğü", "Gereği");

        await ThriceAsync(writer.Page, "[data-act=send]");

        await Expect(writer.Page.Locator(".toast")).ToContainTextAsync("sevk edildi");
        await SaysNoRefusalAsync(writer.Page);
        await using var db = await office.Server.DbAsync();
        (await db.Routings.CountAsync(r => r.CaseId == routing.CaseId && r.EndedAt == null)).Should().Be(1);
        (await db.AuditEntries.CountAsync(a => a.Action == "case.forwarded")).Should().Be(1);
        office.Server.Complaints.Should().BeEmpty("a click that came too late is no error");
    }

    private static async Task SignAsync(AnActingOffice office, string number)
    {
        await using var approver = await office.SitDownAsync(office.Approver, "/onay/" + number);
        await approver.Page.GetByLabel("Doğru:").CheckAsync();
        await approver.Page.GetByLabel("Olumlu", new() { Exact = true }).CheckAsync();
        await approver.Page.GetByRole(AriaRole.Button, new() { Name = "Onayla", Exact = true }).ClickAsync();
        await ThriceAsync(approver.Page, "[data-act=confirm]");
        await Expect(approver.Page.GetByText("Onay bekleyen cevap kalmadı")).ToBeVisibleAsync();
    }

    private static async Task ThriceAsync(IPage page, string selector)
    {
        await Expect(page.Locator(selector).First).ToBeEnabledAsync();
        await page.EvaluateAsync(Clicks, selector);
    }

    private static async Task SaysNoRefusalAsync(IPage page)
    {
        await Expect(page.Locator(".notice[role=alert], .error-summary")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<string[]>("() => window.refusals ?? []")).Should().BeEmpty("not even for a moment");
    }

    private static async Task WriteAsync(IPage page)
    {
        await Expect(page.Locator("#letter")).ToHaveAttributeAsync("contenteditable", "true");
        await page.Locator("#letter").FillAsync("Gereği yapılmıştır.");
        await Expect(page.Locator("#letter-state")).ToContainTextAsync("Kaydedildi ");
        await page.GetByLabel("Hizmet", new() { Exact = true }).SelectOptionAsync(ReplyStories.Service);
        await page.GetByLabel("Ad2 Soyad").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gönder", Exact = true }).ClickAsync();
        await Expect(page.Locator("#confirm-send")).ToBeVisibleAsync();
    }
}
