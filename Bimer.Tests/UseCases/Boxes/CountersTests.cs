using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Whatever people did, a counter says how many rows its box shows.</summary>
public sealed class CountersTests
{
    private const int Seed = 20_261_122;

    /// <summary>Ten thousand acts over both databases take half an hour; without them the rules walk as far in <c>BoxWalkTests</c>.</summary>
    private static int Steps => Alone.LongForm ? 10_000 : 260;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task After_a_random_day_every_counter_equals_its_rows(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var staff = await ARandomDay.HireAsync(office);
        var dice = new Random(Seed);
        var legs = new List<RoutingId>();
        for (var step = 0; step < Steps; step++) await ARandomDay.ActAsync(office, staff, legs, dice);
        await ARandomDay.SendToAndFroAsync(office, staff);
        await ARandomDay.PutAwayAndTakeBackAsync(office, staff);
        await MovementsTellAsync(office);

        foreach (var person in staff.Everybody) await BoxesAgree.CompareAsync(office, staff, person, Seed);
        foreach (var person in staff.Everybody) await Openness.RulesBoxesAsync(office, person, [staff.Ankara, staff.Health], Seed);
        var coordinator = await office.HireAsync(4, OfficerRole.Coordinator, staff.Ankara);
        await BoxesAgree.CompareBelowAsync(office, staff, coordinator, Seed);
        var told = new List<(int Seen, int Open)>();
        foreach (var person in staff.Everybody.Append(coordinator)) told.Add(await Openness.AgreesAsync(office, person, Seed));
        told.Should().Contain(t => t.Open > 0 && t.Open < t.Seen, "some cases lie open and some do not, seed {0}", Seed);
        (await BoxesAgree.CountsAsync(office, staff.Zeynep)).Should().NotBe(new BoxCounts(0, 0, 0, 0, 0, 0, 0, 0, 0), "a day with seed {0} leaves something behind", Seed);
    }

    /// <summary>A thousand and three, and not "more than 999".</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_counter_says_the_true_number_however_much_there_is(Kind kind)
    {
        const int Many = 1_003;
        await using var office = await Office.OpenAsync(kind);
        var ankara = office.Unit("Ankara Valiliği");
        var (ayse, selma) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.Coordinator, ankara));
        await office.HoldManyAsync(ayse, ankara, Many);

        (await BoxesAgree.CountsAsync(office, ayse)).Mine.Should().Be(Many);
        (await BoxesAgree.CountsAsync(office, selma)).Below.Should().Be(Many);
        foreach (var filter in (BoxFilter[])[BoxFilter.None, new() { Channel = IntakeChannel.Internet }])
        {
            var page = await office.For<MyInboxQuery>(ayse).ReadAsync(RoutingState.Held, new BoxSlice { Filter = filter }, CancellationToken.None);
            (page!.HasMore, page.Total, page.Kinds.Total).Should().Be((true, Many, Many));
        }

        foreach (var parts in (int[])[6_000, 100]) (await office.Below(selma, parts).ReadAsync(new BoxSlice(), CancellationToken.None))!.Total.Should().Be(Many, "gathered or walked");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Readers_of_the_same_rights_share_a_read_and_see_what_was_committed_before_they_asked(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var staff = await ARandomDay.HireAsync(office);
        for (var round = 1; round <= 3; round++)
        {
            await office.FileAsync(staff.Health);
            var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => office.For<CountersQuery>(staff.Zeynep).ReadUnitInboxAgainAsync(CancellationToken.None)));
            counts.Should().AllBeEquivalentTo(round);
        }
    }

    /// <summary>Every leg stands where the history of its case says; of what was sent on something is left, or it lies in no box of what was.</summary>
    private static async Task MovementsTellAsync(Office office)
    {
        await using var db = await office.DbAsync();
        var (legs, movements) = (await db.Routings.AsNoTracking().ToListAsync(), await db.Movements.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());
        foreach (var history in movements.GroupBy(m => m.CaseId))
        {
            var own = legs.Where(l => l.CaseId == history.Key).ToList();
            own.ToDictionary(l => l.Id, l => l.State).Should().Equal(StatesToldByMovements.Of(own, history), "case {0} has a history, seed {1}", history.Key.Value, Seed);
        }

        legs.Select(l => l.State).Should().Contain([RoutingState.Noted, RoutingState.ForwardUndone, RoutingState.Recalled, RoutingState.Returned], "seed {0}", Seed);
        movements.Select(m => m.Kind).Should().Contain(MovementKind.AcknowledgingUndone, "seed {0}", Seed);
    }
}
