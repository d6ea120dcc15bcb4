using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Dispatch;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>The answers of which nobody knows whether they arrived, in one list for who decides about them.</summary>
public sealed class UncertainListTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_list_is_for_those_who_coordinate_or_manage_the_unit_or_one_above_and_empties_as_they_decide(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        (await story.Office.ApproveAsync(story.Approver, story.Routing, await story.SubmittedAsync())).Should().Be(Outcome.Accepted);
        var coordinator = await story.Office.HireAsync(8, OfficerRole.Coordinator, story.Unit);
        var stranger = await story.Office.HireAsync(7, OfficerRole.Coordinator, story.Office.Unit("İzmir Valiliği"));
        (await ListAsync(story, coordinator)).Should().BeEmpty("the mail is on its way");
        await LoseAsync(story);

        (await ListAsync(story, coordinator)).Should().ContainSingle().Which.Routing.Should().Be(story.Routing);
        (await ListAsync(story, stranger)).Should().BeEmpty();
        (await ListAsync(story, story.Writer)).Should().BeEmpty("an officer sees the case and decides nothing");

        (await story.Office.Handler<ResolveUncertainHandler>(coordinator, new Office.Acts(coordinator)).HandleAsync(
            new ResolveUncertain(OfficeStories.NewCommand(), story.Routing, MailDecision.CountAsSent), CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await ListAsync(story, coordinator)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_colleague_decides_stays_in_its_place_without_buttons_so_that_no_other_mail_moves_under_a_hand()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var second = (await story.Office.FileAsync(story.Unit)).Routings[0].Id;
        (await story.Office.OpenAsync(story.Writer, second)).Should().Be(Outcome.Accepted);
        foreach (var answered in (AReplyStory[])[story, story with { Routing = second }])
            (await story.Office.ApproveAsync(story.Approver, answered.Routing, await answered.SubmittedAsync())).Should().Be(Outcome.Accepted);
        await LoseAsync(story);
        var (one, other) = (await story.Office.HireAsync(8, OfficerRole.Coordinator, story.Unit), await story.Office.HireAsync(9, OfficerRole.Coordinator, story.Unit));
        await using var browser = BrowserOf(story.Office, one);
        var page = browser.Render<UncertainPage>();
        page.WaitForAssertion(() => page.FindAll("li .form-actions").Should().HaveCount(2), AtMost);
        var first = (await ListAsync(story, one))[0];

        (await story.Office.Handler<ResolveUncertainHandler>(other, new Office.Acts(other)).HandleAsync(
            new ResolveUncertain(OfficeStories.NewCommand(), first.Routing, MailDecision.CountAsSent), CancellationToken.None)).Should().Be(Outcome.Accepted);

        page.WaitForAssertion(() => page.FindAll("li .form-actions").Should().ContainSingle(), AtMost);
        var cards = page.FindAll("li.card");
        cards[0].TextContent.Should().Contain(first.Number).And.Contain("Karara bağlandı");
        cards[1].QuerySelectorAll(".form-actions button").Should().HaveCount(3);
        page.Find("h1").TextContent.Should().Contain("1 ");
    }

    [Fact]
    public async Task What_writes_to_the_citizen_once_more_is_asked_about_before_it_is_done()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        (await story.Office.ApproveAsync(story.Approver, story.Routing, await story.SubmittedAsync())).Should().Be(Outcome.Accepted);
        await LoseAsync(story);
        var coordinator = await story.Office.HireAsync(8, OfficerRole.Coordinator, story.Unit);
        await using var browser = BrowserOf(story.Office, coordinator);
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        var page = browser.Render<UncertainPage>();
        page.WaitForAssertion(() => page.FindAll("li .form-actions button").Should().HaveCount(3), AtMost);

        await page.FindAll("li .form-actions button")[1].ClickAsync(new());
        page.Find("li dialog h2").TextContent.Should().Be("Cevap yeniden gönderilsin mi?");
        (await ListAsync(story, coordinator)).Should().ContainSingle("a question decides nothing");

        await page.Find("li dialog [data-act=send]").ClickAsync(new());
        page.WaitForAssertion(() => page.Find("li.card").TextContent.Should().Contain("Karara bağlandı"), AtMost);
        (await ListAsync(story, coordinator)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_notice_that_came_back_or_failed_is_found_by_those_who_post_it_until_they_have(Kind kind)
    {
        await using var sent = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        await sent.SendAsync(sent.Ministry);
        var leg = RoutingId.Of(sent.Part.CaseId, 2);
        var above = await sent.Office.HireAsync(8, OfficerRole.GeneralCoordinator, sent.Office.Unit("Ankara Valiliği"));
        Actor[] theirs = [await sent.Office.HireAsync(9, OfficerRole.Coordinator, sent.Ministry), await sent.Office.HireAsync(10, OfficerRole.CaseOfficer, sent.Ministry)];
        foreach (var status in (OutboxStatus[])[OutboxStatus.Failed, OutboxStatus.Returned])
        {
            await FailAsync(sent.Office, status);
            foreach (var who in (Actor[])[sent.Officer, above])
                (await ListAsync(sent.Office, who)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Routing = leg, IsNotice = true, sent.Number, Unit = "Ankara Valiliği", Delivery = new { MayPost = true, MayResolve = false } });
            foreach (var who in theirs) (await ListAsync(sent.Office, who)).Should().BeEmpty("the ministry sent nothing on");
        }

        await StandAsync(sent.Office, leg, RoutingState.Returned);
        (await ListAsync(sent.Office, sent.Officer)).Should().BeEmpty("what came home is told by no paper");
        await StandAsync(sent.Office, leg, RoutingState.Waiting);
        (await sent.Office.Handler<ResolveUncertainHandler>(sent.Officer, new Office.Acts(sent.Officer)).HandleAsync(
            new ResolveUncertain(OfficeStories.NewCommand(), leg, MailDecision.Posted) { IsNotice = true }, CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await ListAsync(sent.Office, sent.Officer)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_a_case_that_waits_unopened_before_its_reader_the_list_says_the_number_alone(Kind kind)
    {
        await using var sent = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        await sent.SendAsync(sent.Ministry);
        await FailAsync(sent.Office, OutboxStatus.Failed);
        var both = await sent.Office.HireAsync(9, new RoleOn(OfficerRole.CaseOfficer, sent.Office.Unit("Ankara Valiliği")), new RoleOn(OfficerRole.CaseOfficer, sent.Ministry));

        (await ListAsync(sent.Office, both)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { sent.Number, Summary = (string?)null });
        (await ListAsync(sent.Office, sent.Officer)).Should().ContainSingle().Which.Summary.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(OutboxStatus.Queued), InlineData(OutboxStatus.Sent), InlineData(OutboxStatus.Uncertain), InlineData(OutboxStatus.NoAddress)]
    public async Task A_notice_that_may_have_arrived_or_found_no_address_is_not_in_the_list(OutboxStatus status)
    {
        await using var sent = await ASentCase.BeginAsync(Kind.Sqlite, CaseKind.Complaint);
        await sent.SendAsync(sent.Ministry);
        await FailAsync(sent.Office, status);

        (await ListAsync(sent.Office, sent.Officer)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_notice_is_called_so_and_only_who_can_post_it_is_told_to()
    {
        await using var sent = await ASentCase.BeginAsync(Kind.Sqlite, CaseKind.Complaint);
        await sent.SendAsync(sent.Ministry);
        await FailAsync(sent.Office, OutboxStatus.Returned);
        await using var browser = BrowserOf(sent.Office, sent.Officer);
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        var page = browser.Render<UncertainPage>();

        page.WaitForAssertion(() => page.FindAll("li.card .form-actions button").Should().ContainSingle(), AtMost);
        page.Find("li.card").TextContent.Should().ContainAll("geri döndü", "Bildirimi yazdırıp postalayın.", "Bildirimi yazdır").And.NotContain("Mektu");
        await page.Find("li.card .form-actions button").ClickAsync(new());
        page.Find("li dialog h2").TextContent.Should().Be("Bildirim postalandı mı?");
        var told = NoticeWords.Of(browser.Services.GetRequiredService<IStringLocalizer<CaseDetailWords>>(), new LetterDelivery(DeliveryState.Returned, sent.Office.Clock.GetUtcNow(), 1, MayResolve: false));
        told.Should().EndWith("Bildirimi, başvuruyu gönderen birim postalar.").And.NotContain("postalayın");
    }

    private static BunitContext BrowserOf(Office office, Actor actor)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization()
            .AddSingleton(office.For<UncertainQuery>(actor)).AddSingleton(office.For<CountersQuery>(actor)).AddSingleton(office.Handler<ResolveUncertainHandler>(actor, new Office.Acts(actor))).AddSingleton(office.Handler<TellBySmsHandler>(actor))
            .AddSingleton(office.Means()).AddSingleton<Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider, AScreen.NoToken>()
            .AddSingleton(office.Services.GetRequiredService<LiveFeed>()).AddSingleton(AScreen.Refusals(office));
        return browser;
    }

    private static async Task LoseAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, OutboxStatus.Uncertain));
    }

    private static async Task FailAsync(Office office, OutboxStatus status)
    {
        await using var db = await office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ForwardMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, status));
    }

    private static async Task StandAsync(Office office, RoutingId leg, RoutingState state)
    {
        await using var db = await office.DbAsync();
        await db.Routings.Where(r => r.Id == leg).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, state));
    }

    private static Task<IReadOnlyList<UncertainLine>> ListAsync(AReplyStory story, Actor reader) => ListAsync(story.Office, reader);

    private static Task<IReadOnlyList<UncertainLine>> ListAsync(Office office, Actor reader) => office.For<UncertainQuery>(reader).ReadAsync(CancellationToken.None);
}
