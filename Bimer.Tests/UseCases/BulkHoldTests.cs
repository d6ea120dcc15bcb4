using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>What is told before many cases are put on hold at once.</summary>
public sealed class BulkHoldTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Before_many_are_held_it_is_told_how_many_have_to_be_answered_sooner(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var foreign = (await office.FileAsync(office.Unit("İzmir Valiliği"), CaseKind.TipOff)).Routings[0].Id;
        RoutingId[] rows = [.. await office.HoldManyAsync(writer, story.Unit, 2), foreign];
        await using var db = await office.DbAsync();
        var due = await db.Cases.Where(c => c.Id == rows[0].CaseId).Select(c => c.DueOn).SingleAsync();
        await using var desk = office.BulkDesk(writer);
        var job = desk.Open(BulkVerb.Hold, rows);

        await desk.LookAsync(job, new BulkAct.Hold(new HoldTerms("Yazışma yapılıyor.", "Görüş istendi.", due, RemindOn: null)));
        job.DueBefore.Should().Be(0, "the last day itself is in time");
        desk.AskAgain(job);
        await desk.LookAsync(job, new BulkAct.Hold(new HoldTerms("Yazışma yapılıyor.", "Görüş istendi.", due.AddDays(1), RemindOn: null)));
        job.DueBefore.Should().Be(2, "nothing is told of a case one may not see");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_came_for_information_and_what_is_closed_owes_no_answer(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(3, OfficerRole.CaseOfficer, health);
        RoutingId[] held = [.. await office.HoldManyAsync(writer, story.Unit, 3)];
        foreach (var (part, purpose) in new[] { (held[0], RoutingPurpose.Information), (held[1], RoutingPurpose.Action) })
        {
            (await office.ForwardAsync(writer, part, null, ReplyStories.Line(health, purpose), ReplyStories.Line(office.Unit("İzmir Valiliği")))).Should().Be(Outcome.Accepted);
            (await office.OpenAsync(zeynep, RoutingId.Of(part.CaseId, 2))).Should().Be(Outcome.Accepted);
        }

        await using var db = await office.DbAsync();
        await db.Cases.Where(c => c.Id == held[2].CaseId).ExecuteUpdateAsync(row => row.SetProperty(c => c.ClosedAt, office.Clock.GetUtcNow()));

        var query = office.For<HoldDeskQuery>(zeynep);
        (await query.DueBeforeAsync([RoutingId.Of(held[0].CaseId, 2), RoutingId.Of(held[1].CaseId, 2)], People.Monday.AddYears(1), CancellationToken.None)).Should().Be(1);
        (await office.For<HoldDeskQuery>(writer).DueBeforeAsync([held[2]], People.Monday.AddYears(1), CancellationToken.None)).Should().Be(0);
    }
}
