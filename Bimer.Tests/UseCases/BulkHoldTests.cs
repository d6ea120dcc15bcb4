using Bimer.Blazor.Workspace;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
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
}
