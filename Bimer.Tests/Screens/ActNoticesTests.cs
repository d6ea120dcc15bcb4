using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>Every act answers with what happened and, where it can be taken back, with Vazgeç (S30, S31, S38, S40).</summary>
public sealed class ActNoticesTests
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    public ActNoticesTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task Following_for_a_unit_says_so_and_is_taken_back_by_its_own_notice()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        await using var browser = BrowserOf(story);
        var toasts = browser.Services.GetRequiredService<Toasts>();
        var card = browser.Render<FollowCard>(p => p.Add(c => c.Sheet, SheetOf(story)));

        await card.Find("button").ClickAsync(new());

        var said = toasts.Shown.Should().ContainSingle().Subject;
        said.Text.Should().Contain(NumberOf(story)).And.Contain("Ankara Valiliği adına takip ediliyor");
        (await FollowersAsync(story)).Should().Equal(story.Unit);
        await card.InvokeAsync(said.Undo!);
        toasts.Shown[^1].Text.Should().Contain("takip bırakıldı");
        (await FollowersAsync(story)).Should().BeEmpty();
    }

    [Fact]
    public async Task Lifting_says_of_which_unit_and_a_refusal_says_why_not()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var izmir = story.Office.Unit("İzmir Valiliği");
        await using (var db = await story.Office.DbAsync()) await story.Office.ExcludeAsync(story.Writer, await db.Cases.Include(c => c.Routings).SingleAsync(), izmir);
        await using var browser = BrowserOf(story);
        var toasts = browser.Services.GetRequiredService<Toasts>();
        var card = browser.Render<ExclusionCard>(p => p.Add(c => c.Sheet, SheetOf(story) with { Stand = CaseStand.Reading }));

        await card.Find("button").ClickAsync(new());
        await card.Find(".btn.primary").ClickAsync(new());
        card.Find("[role=alert]").TextContent.Should().NotBeEmpty("without a reason nothing is lifted");
        toasts.Shown.Should().BeEmpty();
        card.Find("textarea").Input("Yanlış birim işaretlenmiş.");
        await card.Find(".btn.primary").ClickAsync(new());

        var said = toasts.Shown.Should().ContainSingle().Subject;
        said.Text.Should().Contain("İzmir Valiliği artık").And.Contain(NumberOf(story));
        said.Undo.Should().BeNull("who became seeing by it may have read it already");
    }

    [Fact]
    public async Task Taking_back_stands_there_to_its_last_instant_and_goes_by_itself()
    {
        var clock = new TestClock();
        await using var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(clock);
        var until = clock.GetUtcNow().AddMinutes(30);
        var act = browser.Render<RecallAct>(p => p.Add(a => a.Number, "2026-0000001-1").Add(a => a.At, clock.GetUtcNow()).Add(a => a.Until, until));

        act.Find(".countdown").GetAttribute("data-until").Should().Be(until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        clock.Pass(TimeSpan.FromMinutes(30));
        act.FindAll("[data-act=recall]").Should().ContainSingle("the last instant still counts");
        clock.Pass(TimeSpan.FromMilliseconds(2));

        act.WaitForAssertion(() => act.FindAll("[data-act=recall]").Should().BeEmpty(), _atMost);
    }

    private static string NumberOf(AReplyStory story) => new CaseNumber(story.Routing.CaseId).ToString();

    private static CaseSheet SheetOf(AReplyStory story) =>
        story.Office.For<CaseQuery>(story.Writer).ReadAsync(NumberOf(story), CancellationToken.None).GetAwaiter().GetResult()!;

    private static async Task<List<UnitId>> FollowersAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        return await db.FollowingUnits.Select(f => f.Unit).ToListAsync();
    }

    private static BunitContext BrowserOf(AReplyStory story)
    {
        var (browser, office, refusals) = (new BunitContext(), story.Office, AScreen.Refusals(story.Office));
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton<Toasts>()
            .AddSingleton(new CaseFollowing(office.Handler<FollowCaseHandler>(story.Writer), office.Handler<UnfollowCaseHandler>(story.Writer), refusals))
            .AddSingleton(new ExclusionLifting(office.Handler<LiftExclusionHandler>(story.Writer), refusals));
        return browser;
    }
}
