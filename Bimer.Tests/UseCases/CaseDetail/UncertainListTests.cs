using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>The answers of which nobody knows whether they arrived, in one list for who decides about them.</summary>
public sealed class UncertainListTests
{
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

        (await story.Office.For<ResolveUncertainHandler>(coordinator).HandleAsync(
            new ResolveUncertain(OfficeStories.NewCommand(), story.Routing, UncertainMailDecision.CountAsSent), CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await ListAsync(story, coordinator)).Should().BeEmpty();
    }

    private static async Task LoseAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, OutboxStatus.Uncertain));
    }

    private static Task<IReadOnlyList<UncertainLine>> ListAsync(AReplyStory story, Actor reader) =>
        story.Office.For<UncertainQuery>(reader).ReadAsync(CancellationToken.None);
}
