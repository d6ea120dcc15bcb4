using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Inbox;
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

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task After_a_random_day_every_counter_equals_its_rows(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var staff = await HireAsync(office);
        var dice = new Random(Seed);
        var legs = new List<RoutingId>();
        for (var step = 0; step < 260; step++) await ActAsync(office, staff, legs, dice);
        await SendToAndFroAsync(office, staff);
        await PutAwayAndTakeBackAsync(office, staff);
        await MovementsTellAsync(office);

        foreach (var person in staff.Everybody) await CompareAsync(office, staff, person);
        foreach (var person in staff.Everybody) await Openness.RulesBoxesAsync(office, person, [staff.Ankara, staff.Health], Seed);
        var coordinator = await office.HireAsync(4, OfficerRole.Coordinator, staff.Ankara);
        await CompareBelowAsync(office, staff, coordinator);
        var told = new List<(int Seen, int Open)>();
        foreach (var person in staff.Everybody.Append(coordinator)) told.Add(await Openness.AgreesAsync(office, person, Seed));
        told.Should().Contain(t => t.Open > 0 && t.Open < t.Seen, "some cases lie open and some do not, seed {0}", Seed);
        (await CountsAsync(office, staff.Zeynep)).Should().NotBe(new BoxCounts(0, 0, 0, 0, 0, 0, 0, 0, 0), "a day with seed {0} leaves something behind", Seed);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Readers_of_the_same_rights_share_a_read_and_see_what_was_committed_before_they_asked(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var staff = await HireAsync(office);
        for (var round = 1; round <= 3; round++)
        {
            await office.FileAsync(staff.Health);
            var counts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => office.For<CountersQuery>(staff.Zeynep).ReadUnitInboxAgainAsync(CancellationToken.None)));
            counts.Should().AllBeEquivalentTo(round);
        }
    }

    private static async Task<Staff> HireAsync(Office office)
    {
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        return new Staff(
            ankara, health, await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, health),
            await office.HireAsync(3, OfficerRole.Approver, health));
    }

    private static async Task ActAsync(Office office, Staff staff, List<RoutingId> legs, Random dice)
    {
        var (who, at) = dice.Next(2) == 0 ? (staff.Ayse, staff.Ankara) : (staff.Zeynep, staff.Health);
        var leg = legs.Count == 0 ? default : legs[dice.Next(legs.Count)];
        switch (legs.Count == 0 ? 0 : dice.Next(10))
        {
            case 0:
                legs.Add((await office.FileAsync(at)).Routings[0].Id);
                break;
            case 1: await office.OpenAsync(who, leg); break;
            case 2:
                var sent = await office.ForwardAsync(who, leg, null, await LinesAsync(office, who == staff.Ayse ? staff.Health : staff.Ankara, leg, dice));
                if (sent.IsAccepted) await FollowAsync(office, legs, leg.CaseId);
                break;
            case 3 or 4:
                await office.AnswerAsync(who, leg, new Signatory(staff.Kemal.UserId, staff.Health));
                break;
            case 5:
                await office.DecideAsync(staff.Kemal, leg, approve: dice.Next(2) == 0);
                break;
            default:
                if (await TurnAsync(office, who, leg, dice)) await FollowAsync(office, legs, leg.CaseId);
                break;
        }
    }

    /// <summary>Read once, and back unopened: chance brings this about too rarely.</summary>
    private static async Task SendToAndFroAsync(Office office, Staff staff)
    {
        var id = (await office.FileAsync(staff.Ankara)).Id;
        foreach (var (who, part, to) in ((Actor, int, UnitId)[])[(staff.Ayse, 1, staff.Health), (staff.Zeynep, 2, staff.Ankara)])
        {
            await office.OpenAsync(who, RoutingId.Of(id, part));
            (await office.ForwardAsync(who, RoutingId.Of(id, part), null, ReplyStories.Line(to))).Should().Be(Outcome.Accepted);
        }
    }

    /// <summary>A copy put away, taken back and put away again, another given back, and a forward of which nothing is left: likewise.</summary>
    private static async Task PutAwayAndTakeBackAsync(Office office, Staff staff)
    {
        var (ministry, id) = (ReplyStories.Line(office.Unit("Sağlık Bakanlığı")), (await office.FileAsync(staff.Ankara)).Id);
        RoutingId Part(int number) => RoutingId.Of(id, number);
        Outcome[] done =
        [
            await office.OpenAsync(staff.Ayse, Part(1)), await office.ForwardAsync(staff.Ayse, Part(1), null, ministry), await office.RecallAsync(staff.Ayse, Part(2)),
            await office.ForwardAsync(staff.Ayse, Part(3), null, ministry, ReplyStories.Line(staff.Health, RoutingPurpose.Information)), await office.OpenAsync(staff.Zeynep, Part(5)),
            await office.PutOnHoldAsync(staff.Zeynep, Part(5)), await office.AcknowledgeAsync(staff.Zeynep, Part(5)), await office.UndoAcknowledgingAsync(staff.Zeynep, Part(5)),
            await office.ReturnAsync(staff.Zeynep, Part(5)), await office.AcknowledgeAsync(staff.Ayse, Part(6)), await office.UndoAcknowledgingAsync(staff.Ayse, Part(6)),
            await office.AcknowledgeAsync(staff.Ayse, Part(6)),
        ];
        done.Should().AllBeEquivalentTo(Outcome.Accepted);
    }

    /// <summary>For action, or to a ministry for action and to the neighbours for information; what came for information goes on like that.</summary>
    private static async Task<ForwardLine[]> LinesAsync(Office office, UnitId to, RoutingId leg, Random dice)
    {
        await using var db = await office.DbAsync();
        if (await db.Routings.AnyAsync(r => r.Id == leg && r.Purpose == RoutingPurpose.Information)) return [ReplyStories.Line(to, RoutingPurpose.Information)];
        return dice.Next(2) == 0 ? [ReplyStories.Line(to)] : [ReplyStories.Line(office.Unit("Sağlık Bakanlığı")), ReplyStories.Line(to, RoutingPurpose.Information)];
    }

    /// <returns>True when the case has got a new leg.</returns>
    private static async Task<bool> TurnAsync(Office office, Actor who, RoutingId leg, Random dice) => dice.Next(7) switch
    {
        4 or 5 => await EndsWhereItWasAsync(office.AcknowledgeAsync(who, leg)),
        6 => await EndsWhereItWasAsync(office.UndoAcknowledgingAsync(who, leg)),
        0 => await EndsWhereItWasAsync(office.PutOnHoldAsync(who, leg)),
        1 => await EndsWhereItWasAsync(office.ResumeAsync(who, leg)),
        2 => (await office.ReturnAsync(who, leg)).IsAccepted,
        _ => (await office.RecallAsync(who, leg)).IsAccepted,
    };

    private static async Task<bool> EndsWhereItWasAsync(Task<Outcome> act)
    {
        await act;
        return false;
    }

    /// <summary>Whatever new legs the case has got.</summary>
    private static async Task FollowAsync(Office office, List<RoutingId> legs, CaseId id)
    {
        await using var db = await office.DbAsync();
        legs.AddRange((await db.Routings.Where(r => r.CaseId == id).Select(r => r.Id).ToListAsync()).Except(legs));
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

    private static async Task CompareAsync(Office office, Staff staff, Actor person)
    {
        var mine = office.For<MyInboxQuery>(person);
        async Task<int> Rows(RoutingState state) => (await mine.ReadAsync(state, new BoxSlice(), CancellationToken.None))!.Rows.Count;
        var unit = await office.For<UnitInboxQuery>(person).ReadAsync(person == staff.Ayse ? staff.Ankara : staff.Health, new BoxSlice(), CancellationToken.None);
        var letters = await office.For<ApprovalBoxQuery>(person).ReadAsync(new BoxSlice(), CancellationToken.None);

        (await CountsAsync(office, person)).Should().Be(new BoxCounts(
            await Rows(RoutingState.Held), await Rows(RoutingState.AwaitingApproval), await Rows(RoutingState.InRevision),
            await Rows(RoutingState.Answered), await Rows(RoutingState.Forwarded), await Rows(RoutingState.OnHold), await Rows(RoutingState.CameBack), unit?.Rows.Count ?? 0, letters!.Rows.Count), "seed {0}", Seed);
    }

    private static async Task CompareBelowAsync(Office office, Staff staff, Actor coordinator)
    {
        await using var db = await office.DbAsync();
        var open = await db.Routings.CountAsync(r => r.EndedAt == null && (r.To == staff.Ankara || r.To == staff.Health));   // the ministry is nobody's here
        var box = await office.BelowAsync(coordinator);
        ((await CountsAsync(office, coordinator)).Below, box.Total, box.Kinds.Total).Should().Be((open, open, open), "seed {0}", Seed);
    }

    private static async Task<BoxCounts> CountsAsync(Office office, Actor person) =>
        (await office.For<CountersQuery>(person).ReadAsync(CancellationToken.None))!;

    private sealed record Staff(UnitId Ankara, UnitId Health, Actor Ayse, Actor Zeynep, Actor Kemal)
    {
        public IEnumerable<Actor> Everybody => [Ayse, Zeynep, Kemal];
    }
}
