using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Takip Ettiklerim (S31, S32): what is followed and may be seen, by its last movement, and nothing else.</summary>
public sealed class FollowingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_moved_last_stands_first_with_what_happened_and_where(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var office = story.Office;
        var second = await office.FileAsync(story.Unit);
        await office.OpenAsync(story.Writer, second.Routings[0].Id);
        foreach (var routing in (RoutingId[])[story.Routing, second.Routings[0].Id]) (await SetAsync(office, story.Writer, routing.CaseId)).Should().Be(Outcome.Accepted);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        office.Clock.Pass(TimeSpan.FromMinutes(5));

        (await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health))).Should().Be(Outcome.Accepted);

        var page = await BoxAsync(office, story.Writer);
        (page.Total, page.Rows.Count).Should().Be((2, 2));
        page.Rows.Select(r => r.Routing.CaseId).Should().Equal(story.Routing.CaseId, second.Id);
        page.Rows[0].Moved.Should().Be(new BoxMove(
            MovementKind.Forwarded, office.Clock.GetUtcNow(), "Ad1 Soyad", story.Unit, health, RoutingPurpose.Action, Priority.Normal));
        var rest = await office.For<FollowedQuery>(story.Writer).ReadAsync(new BoxSlice(page.Rows[0].Mark, 1), CancellationToken.None);
        rest!.Rows.Should().ContainSingle().Which.Routing.CaseId.Should().Be(second.Id, "the next page begins behind the last row");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_who_reads_a_case_follows_it_and_the_audit_alone_says_so(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var office = story.Office;
        var stranger = await office.HireAsync(8, OfficerRole.CaseOfficer, office.Unit("İzmir Valiliği"));
        var waiting = await office.FileAsync(story.Unit);

        (await SetAsync(office, stranger, story.Routing.CaseId)).Refusal.Should().BeOfType<Refusal.NotFound>();
        (await SetAsync(office, stranger, new CaseId(20269999999))).Refusal.Should().BeOfType<Refusal.NotFound>();
        (await SetAsync(office, story.Writer, waiting.Id)).Refusal.Should().Be(new Refusal.NotOpened(story.Unit), "an envelope is not followed");
        (await SetAsync(office, story.Writer, story.Routing.CaseId)).Should().Be(Outcome.Accepted);
        (await SetAsync(office, story.Writer, story.Routing.CaseId, isWanted: false)).Should().Be(Outcome.Accepted);

        await using var db = await office.DbAsync();
        (await db.AuditEntries.Where(a => a.CaseId == story.Routing.CaseId).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync())
            .Should().Equal("case.filed", "case.custody-taken", "case.followed", "case.follow-ended");
        (await db.Movements.CountAsync(m => m.CaseId == story.Routing.CaseId)).Should().Be(2);
        (await BoxAsync(office, story.Writer)).Total.Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_unit_follows_lies_in_the_box_of_all_who_work_there_once(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var office = story.Office;
        var colleague = await office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);
        await SetAsync(office, story.Writer, story.Routing.CaseId);
        (await SetAsync(office, story.Writer, story.Routing.CaseId, story.Unit)).Should().Be(Outcome.Accepted);

        (await BoxAsync(office, story.Writer)).Total.Should().Be(1, "followed twice it is one case");
        (await BoxAsync(office, colleague)).Rows.Should().ContainSingle().Which.Routing.CaseId.Should().Be(story.Routing.CaseId);
        (await BoxAsync(office, story.Approver)).Total.Should().Be(0);
        (await SetAsync(office, colleague, story.Routing.CaseId, story.Unit, isWanted: false)).Should().Be(Outcome.Accepted);
        (await BoxAsync(office, colleague)).Total.Should().Be(0);
        (await BoxAsync(office, story.Writer)).Total.Should().Be(1, "one's own follow is one's own");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_becomes_blind_follows_nothing_whichever_of_the_two_comes_first(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var office = story.Office;
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var both = await office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);
        await office.AlsoAsync(both, OfficerRole.CaseOfficer, health);
        for (var round = 0; round < 5; round++)
        {
            var caseFile = await office.FileAsync(story.Unit);
            await office.OpenAsync(story.Writer, caseFile.Routings[0].Id);

            await Task.WhenAll(
                Task.Run(() => SetAsync(office, both, caseFile.Id)), Task.Run(() => SetAsync(office, story.Writer, caseFile.Id, story.Unit)),
                Task.Run(() => office.ExcludeAsync(story.Writer, caseFile, health)));
        }

        (await BoxAsync(office, both)).Should().BeEquivalentTo(new { Total = 0, Rows = Array.Empty<BoxRow>() });
        (await office.For<FollowedQuery>(both).BellsAsync(CancellationToken.None)).Should().BeEmpty("nobody listens to a case they may not see");
        (await BoxAsync(office, story.Writer)).Total.Should().Be(5);
        (await office.For<FollowedQuery>(story.Writer).BellsAsync(CancellationToken.None)).Should().HaveCount(5).And.OnlyContain(t => t.Kind == LiveTopicKind.Case);
    }

    private static Task<Outcome> SetAsync(Office office, Actor actor, CaseId caseId, UnitId? unit = null, bool isWanted = true)
    {
        var units = office.Services.GetRequiredService<UnitDirectory>();
        return isWanted
            ? new FollowCaseHandler(office.WorkOf(actor), units).HandleAsync(new FollowCase(OfficeStories.NewCommand(), caseId, unit), CancellationToken.None)
            : new UnfollowCaseHandler(office.WorkOf(actor), units).HandleAsync(new UnfollowCase(OfficeStories.NewCommand(), caseId, unit), CancellationToken.None);
    }

    private static async Task<BoxPage> BoxAsync(Office office, Actor actor) => (await office.For<FollowedQuery>(actor).ReadAsync(new BoxSlice(), CancellationToken.None))!;
}
