using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Acknowledging;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Bulk acts as the circuit of one person would do them.</summary>
internal static class BulkStories
{
    /// <param name="work">How this person's verbs run; as always unless said.</param>
    public static BulkActs BulkActs(this Office office, Actor actor, CaseWork? work = null)
    {
        T Of<T>() => ActivatorUtilities.CreateInstance<T>(office.Services, work ?? office.WorkOf(actor));
        return new BulkActs(
            new BulkFollowing(Of<FollowCaseHandler>(), Of<UnfollowCaseHandler>()), new BulkHolding(Of<PutOnHoldHandler>(), Of<ResumeCaseHandler>(), office.For<HoldDeskQuery>(actor)),
            new BulkSending(Of<ForwardCaseHandler>(), Of<RecallCaseHandler>(), office.For<RecallDeskQuery>(actor)),
            new BulkAcknowledging(Of<AcknowledgeCaseHandler>(), Of<UndoAcknowledgingHandler>()));
    }

    public static BulkDesk BulkDesk(this Office office, Actor actor, CaseWork? work = null) => new(office.BulkActs(actor, work), AScreen.Refusals(office), office.Clock);

    /// <summary>Petitions in somebody's hands, all at once: a test of hundreds has no time for one by one.</summary>
    public static async Task<IReadOnlyList<RoutingId>> HoldManyAsync(this Office office, Actor officer, UnitId unit, int cases)
    {
        var now = office.Clock.GetUtcNow();
        var numbers = office.Services.GetRequiredService<CaseNumbers>();
        var made = new List<CaseFile>();
        for (var i = 0; i < cases; i++)
        {
            var filing = new ACase(office.Clock).To(unit).Filing() with { Id = await numbers.NextAsync(now, CancellationToken.None) };
            made.Add(CaseFile.File(filing, now).Value!);
            made[^1].TakeCustody(made[^1].Routings[0].Id, officer, now).Should().Be(Outcome.Accepted);
        }

        await using var db = await office.DbAsync();
        db.AddRange(made);
        var stamp = new CommandStamp(OfficeStories.NewCommand(), "test", null);
        (await office.Services.GetRequiredService<Committer>().CommitAsync(db, stamp, CancellationToken.None)).Should().Be(CommitResult.Committed);
        return [.. made.Select(c => c.Routings[0].Id)];
    }

    public static BulkAct Hold() => new BulkAct.Hold(new HoldTerms(TurningStories.Explanation, "Görüş istendi.", People.Monday.AddDays(10), RemindOn: null));

    public static BulkRow Row(this BulkJob job, RoutingId routing) => job.Rows.Single(row => row.Routing == routing);
}
