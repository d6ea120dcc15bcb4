using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The list goes out whole or not at all, and each line is judged before it stands in the list (S36–S39).</summary>
public sealed class ForwardingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task One_impossible_recipient_keeps_the_whole_list_at_home(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var health = story.Office.Unit("Ankara İl Sağlık Müdürlüğü");

        var outcome = await story.Office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health), ReplyStories.Line(story.Unit));

        outcome.Refusal.Should().Be(new Refusal.RecipientIsSender(story.Unit));
        await using var db = await story.Office.DbAsync();
        (await db.Routings.CountAsync()).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_double_click_forwards_once_and_both_are_answered_alike(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var line = ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var command = OfficeStories.NewCommand();

        var outcomes = await Task.WhenAll(
            story.Office.ForwardAsync(story.Writer, story.Routing, command, line), story.Office.ForwardAsync(story.Writer, story.Routing, command, line));

        outcomes.Should().AllBeEquivalentTo(Outcome.Accepted);
        await using var db = await story.Office.DbAsync();
        (await db.Routings.CountAsync()).Should().Be(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_line_is_judged_by_itself_before_it_joins_the_list(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (health, police) = (story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Office.Unit("Ankara İl Emniyet Müdürlüğü"));
        var lineage = story.Office.Services.GetRequiredService<UnitDirectory>().LineageOf(health);
        await story.Office.WorkOf(story.Writer).ChangeAsync(OfficeStories.NewCommand(), story.Routing.CaseId,
            (c, acting) => c.Exclude(story.Routing, lineage, [], acting.Actor, acting.Now), CancellationToken.None);
        var desk = story.Office.For<ForwardDeskQuery>(story.Writer);

        (await desk.WhyNotAsync(story.Routing, ReplyStories.Line(health), CancellationToken.None)).Should().Be(new Refusal.RecipientExcluded(health));
        (await desk.WhyNotAsync(story.Routing, ReplyStories.Line(story.Unit), CancellationToken.None)).Should().Be(new Refusal.RecipientIsSender(story.Unit));
        (await desk.WhyNotAsync(story.Routing, ReplyStories.Line(police, RoutingPurpose.Information), CancellationToken.None)).Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_screen_opens_for_the_holder_and_tells_everybody_else_why_not(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var colleague = await story.Office.HireAsync(3, Bimer.Domain.Organisation.OfficerRole.CaseOfficer, story.Unit);

        (await story.Office.For<ForwardDeskQuery>(story.Writer).OpenAsync(story.Routing.CaseId, CancellationToken.None)).Value!
            .Should().BeEquivalentTo(new { story.Routing, From = story.Unit, CameForInformation = false, Case = new { Text = ACase.Words } });
        (await story.Office.For<ForwardDeskQuery>(colleague).OpenAsync(story.Routing.CaseId, CancellationToken.None)).Refusal
            .Should().BeOfType<Refusal.AlreadyOpened>().Which.Custodian.Should().Be(story.Writer.UserId);
    }
}
