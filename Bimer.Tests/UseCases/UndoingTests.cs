using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Vazgeç after Sevk Et is Geri Al of all of it: what somebody has read stays there, and that is said (S40).</summary>
public sealed class UndoingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_forward_thought_better_of_is_back_with_every_leg_of_it(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await SendAsync(story);

        var told = await UndoingOf(story).UndoAsync(story.Routing, CancellationToken.None);

        told.Why.Should().BeNull();
        told.Back.Should().BePositive();
        await using var db = await story.Office.DbAsync();
        var open = await db.Routings.SingleAsync(r => r.EndedAt == null);
        (open.To, open.Custodian).Should().Be((story.Unit, story.Writer.UserId));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_one_of_them_has_read_stays_there_the_rest_comes_back_and_both_are_said(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var health = story.Office.Unit("Ankara İl Sağlık Müdürlüğü");
        var reader = await story.Office.HireAsync(3, OfficerRole.CaseOfficer, health);
        await SendAsync(story);
        (await story.Office.OpenAsync(reader, RoutingId.Of(story.Routing.CaseId, 2))).Should().Be(Outcome.Accepted);

        var told = await UndoingOf(story).UndoAsync(story.Routing, CancellationToken.None);

        (told.Back, told.Why).Should().Match<(int Back, string? Why)>(said => said.Back == 1 && said.Why != null);
        await using var db = await story.Office.DbAsync();
        (await db.Routings.Where(r => r.Parent == story.Routing).OrderBy(r => r.Id).Select(r => r.State).ToListAsync()).Should().Equal(RoutingState.Held, RoutingState.Recalled);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_page_knows_until_when_its_sender_may_take_back_and_nobody_elses_page_does(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var sentAt = story.Office.Clock.GetUtcNow();
        var number = new CaseNumber(story.Routing.CaseId).ToString();
        await SendAsync(story);
        var colleague = await story.Office.HireAsync(4, OfficerRole.CaseOfficer, story.Unit);

        (await story.Office.For<CaseQuery>(story.Writer).ReadAsync(number, CancellationToken.None))!.RecallUntil.Should().Be(sentAt.AddMinutes(30));
        (await story.Office.For<CaseQuery>(colleague).ReadAsync(number, CancellationToken.None))!.RecallUntil.Should().BeNull();
        story.Office.Clock.Pass(TimeSpan.FromMinutes(30));
        (await story.Office.For<CaseQuery>(story.Writer).ReadAsync(number, CancellationToken.None))!.RecallUntil.Should().Be(sentAt.AddMinutes(30), "the last instant still counts");
        story.Office.Clock.Pass(TimeSpan.FromTicks(1));
        (await story.Office.For<CaseQuery>(story.Writer).ReadAsync(number, CancellationToken.None))!.RecallUntil.Should().BeNull();
    }

    private static async Task SendAsync(AReplyStory story) =>
        (await story.Office.ForwardAsync(story.Writer, story.Routing, null,
            ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü")), ReplyStories.Line(story.Office.Unit("Ankara İl Emniyet Müdürlüğü"), RoutingPurpose.Information))).Should().Be(Outcome.Accepted);

    private static ForwardUndoing UndoingOf(AReplyStory story) =>
        new(story.Office.Handler<RecallCaseHandler>(story.Writer), story.Office.For<RecallDeskQuery>(story.Writer), AScreen.Refusals(story.Office));
}
