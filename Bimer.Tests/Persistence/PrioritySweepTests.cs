using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>A case stored as urgent as none of its open parts comes right without anybody acting on it (S28).</summary>
public sealed class PrioritySweepTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_out_of_step_is_put_right_and_nothing_else_is_touched(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var (wrong, right, over) = (await UrgentAsync(office, officer), await UrgentAsync(office, officer), await office.FileAsync(office.Unit("Ankara Valiliği")));
        await StoreAsync(office, wrong, Priority.Normal);
        await EndAllAsync(office, over.Id);
        await StoreAsync(office, over.Id, Priority.Urgent);
        var before = await RowsAsync(office);

        (await SweepOf(office).RunAsync(CancellationToken.None)).Should().Be(1);

        var after = await RowsAsync(office);
        after[wrong].Priority.Should().Be(Priority.VeryUrgent);
        (after[right], after[over.Id]).Should().Be((before[right], before[over.Id]), "what is right stays, and where nothing is open it stays what it was last");
        (await SweepOf(office).RunAsync(CancellationToken.None)).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_acts_in_the_same_instant_is_first_or_decides_anew(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var (mended, moved) = (await UrgentAsync(office, officer), await UrgentAsync(office, officer));
        foreach (var id in (CaseId[])[mended, moved]) await StoreAsync(office, id, Priority.Normal);
        await using var early = await office.DbAsync();
        var read = await early.Cases.Include(c => c.Routings).SingleAsync(c => c.Id == mended);
        var factory = new SecondTime(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>(),
            async () => (await office.RecallAsync(officer, RoutingId.Of(moved, 2))).Should().Be(Outcome.Accepted));

        (await new PrioritySweep(factory, office.Services.GetRequiredService<LiveFeed>(), NullLogger<PrioritySweep>.Instance).RunAsync(CancellationToken.None)).Should().Be(1);

        var rows = await RowsAsync(office);
        (rows[mended].Priority, rows[moved].Priority).Should().Be((Priority.VeryUrgent, Priority.Normal), "what was taken back meanwhile is urgent no more");
        read.Recall(RoutingId.Of(mended, 2), new(TimeSpan.FromMinutes(30)), ACase.Calendar, officer, office.Clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        await early.Invoking(db => db.SaveChangesAsync()).Should().ThrowAsync<DbUpdateConcurrencyException>("it would leave the case as urgent as a part that is gone");
    }

    [Fact]
    public async Task The_approvers_list_is_drawn_anew()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (unit, rung) = (office.Unit("Ankara Valiliği"), new TaskCompletionSource());
        var (officer, approver) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.Approver, unit));
        var id = (await office.FileAsync(unit)).Id;
        await office.OpenAsync(officer, RoutingId.Of(id, 1));
        (await office.AnswerAsync(officer, RoutingId.Of(id, 1), new(approver.UserId, unit))).Should().Be(Outcome.Accepted);
        await StoreAsync(office, id, Priority.VeryUrgent);
        await using var bell = office.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.ApprovalBox(unit)], () => Task.FromResult(rung.TrySetResult()));

        await SweepOf(office).RunAsync(CancellationToken.None);

        await rung.Task.WaitAsync(Eventually.Patience);
    }

    private static PrioritySweep SweepOf(Office office) => ActivatorUtilities.CreateInstance<PrioritySweep>(office.Services);

    /// <summary>Sent on as very urgent, and not opened there.</summary>
    private static async Task<CaseId> UrgentAsync(Office office, Actor officer)
    {
        var id = (await office.FileAsync(office.Unit("Ankara Valiliği"))).Id;
        await office.OpenAsync(officer, RoutingId.Of(id, 1));
        (await office.ForwardAsync(officer, RoutingId.Of(id, 1), null, ReplyStories.Line(office.Unit("Bursa Valiliği")) with { Priority = Priority.VeryUrgent })).Should().Be(Outcome.Accepted);
        return id;
    }

    private static async Task StoreAsync(Office office, CaseId id, Priority priority)
    {
        await using var db = await office.DbAsync();
        await db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Priority, priority));
    }

    private static async Task EndAllAsync(Office office, CaseId id)
    {
        await using var db = await office.DbAsync();
        await db.Routings.Where(r => r.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.EndedAt, office.Clock.GetUtcNow()));
    }

    private static async Task<Dictionary<CaseId, (Priority Priority, int Version)>> RowsAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return await db.Cases.ToDictionaryAsync(c => c.Id, c => (c.Priority, c.Version));
    }

    /// <summary>The product's database where something happens before it is asked for the second time.</summary>
    private sealed class SecondTime(IDbContextFactory<BimerDbContext> inner, Func<Task> meanwhile) : IDbContextFactory<BimerDbContext>
    {
        private int _asked;

        public BimerDbContext CreateDbContext() => throw new NotSupportedException();

        public async Task<BimerDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (++_asked == 2) await meanwhile();
            return await inner.CreateDbContextAsync(cancellationToken);
        }
    }
}
