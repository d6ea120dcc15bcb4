using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Beklemeye Al, İade Et, Geri Al through their handlers, on both databases (S34–S35, S40–S41).</summary>
public sealed class TurningTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_hold_moves_the_row_tells_the_reminder_and_ends_by_whatever_comes_next(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var id = OfficeStories.NewCommand();
        (await house.Office.PutOnHoldAsync(house.Ayse, house.Part, id)).Should().Be(Outcome.Accepted);
        (await house.Office.PutOnHoldAsync(house.Ayse, house.Part, id)).Should().Be(Outcome.Accepted, "two clicks are one hold");

        var row = (await house.RowsAsync(house.Ayse, RoutingState.OnHold)).Should().ContainSingle().Subject;
        row.Hold.Should().Be(new BoxHold(People.Monday.AddDays(10), People.Monday.AddDays(5)));
        (await house.RowsAsync(house.Ayse, RoutingState.Held)).Should().BeEmpty();

        (await house.Office.ForwardAsync(house.Ayse, house.Part, null, ReplyStories.Line(house.Health))).Should().Be(Outcome.Accepted);
        await using var db = await house.Office.DbAsync();
        (await db.Holds.SingleAsync()).EndedAt.Should().NotBeNull();
        (await db.AuditEntries.CountAsync(a => a.Action == "case.put-on-hold")).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_taken_off_hold_by_one_key_is_on_hold_again_with_its_words_and_its_reminder(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        await house.Office.PutOnHoldAsync(house.Ayse, house.Part);
        var before = (await house.RowsAsync(house.Ayse, RoutingState.OnHold)).Single();
        (await house.Office.ResumeAsync(house.Ayse, house.Part)).Should().Be(Outcome.Accepted);
        (await house.RowsAsync(house.Ayse, RoutingState.Held)).Should().ContainSingle();

        var id = OfficeStories.NewCommand();
        (await house.Office.UndoResumingAsync(house.Ayse, house.Part, id)).Should().Be(Outcome.Accepted);
        (await house.Office.UndoResumingAsync(house.Ayse, house.Part, id)).Should().Be(Outcome.Accepted, "two clicks are one");

        (await house.RowsAsync(house.Ayse, RoutingState.OnHold)).Should().ContainSingle().Which.Hold.Should().Be(before.Hold);
        await using var db = await house.Office.DbAsync();
        (await db.Holds.OrderBy(h => h.Sequence).ToListAsync()).Select(h => (h.Terms, h.EndedAt is null)).Should().SatisfyRespectively(
            first => first.Item2.Should().BeFalse(), second => second.Item2.Should().BeTrue());
        (await db.Holds.Select(h => h.Explanation).Distinct().ToListAsync()).Should().Equal(TurningStories.Explanation);
        (await db.AuditEntries.CountAsync(a => a.Action == "case.put-on-hold")).Should().Be(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_recalled_gives_its_unit_no_sight_and_is_the_senders_again(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        await house.Office.ForwardAsync(house.Ayse, house.Part, null, ReplyStories.Line(house.Health));
        (await house.SeesAsync(house.Zeynep)).Should().BeTrue();
        var leg = (await house.Office.LegsAsync(house.Part.CaseId))[^1].Id;
        (await house.Office.For<RecallDeskQuery>(house.Ayse).OpenAsync(house.Part.CaseId, CancellationToken.None)).Value!.Legs.Should().ContainSingle();

        (await house.Office.RecallAsync(house.Zeynep, leg)).Refusal.Should().BeOfType<Refusal.NotTheSender>();
        (await house.Office.RecallAsync(house.Ayse, leg)).Should().Be(Outcome.Accepted);

        (await house.SeesAsync(house.Zeynep)).Should().BeFalse("a recalled routing gives no sight");
        (await house.RowsAsync(house.Ayse, RoutingState.Held)).Should().ContainSingle();
        (await house.Office.OpenAsync(house.Zeynep, leg)).Refusal.Should().Be(new Refusal.NotFound());
        (await house.Office.For<RecallDeskQuery>(house.Ayse).OpenAsync(house.Part.CaseId, CancellationToken.None)).Value!.Legs.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_return_lies_with_its_sender_or_in_the_units_inbox_once_they_have_left(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        await house.ForwardAndOpenAsync();
        (await house.Office.ReturnAsync(house.Zeynep, await house.LastAsync())).Should().Be(Outcome.Accepted);
        (await house.RowsAsync(house.Ayse, RoutingState.CameBack)).Should().ContainSingle().Which.From.Should().Be(house.Health);

        await house.Office.ForwardAsync(house.Ayse, await house.LastAsync(), null, ReplyStories.Line(house.Health));
        await house.Office.OpenAsync(house.Zeynep, await house.LastAsync());
        await house.LeaveAsync(house.Ayse);
        (await house.Office.ReturnAsync(house.Zeynep, await house.LastAsync())).Should().Be(Outcome.Accepted);

        var last = (await house.Office.LegsAsync(house.Part.CaseId))[^1];
        (last.To, last.State, last.Custodian).Should().Be((house.Ankara, RoutingState.Waiting, null));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_second_return_between_the_same_two_proposes_who_stands_above_both(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        await house.Office.HireAsync(9, OfficerRole.CaseOfficer, house.Centre);
        await house.ForwardAndOpenAsync();
        var desk = house.Office.For<ReturnDeskQuery>(house.Zeynep);
        (await desk.OpenAsync(house.Part.CaseId, CancellationToken.None)).Value!.Ways.Should().ContainSingle().Which.IsProposed.Should().BeFalse();
        await house.Office.ReturnAsync(house.Zeynep, await house.LastAsync());
        await house.Office.ForwardAsync(house.Ayse, await house.LastAsync(), null, ReplyStories.Line(house.Health));
        await house.Office.OpenAsync(house.Zeynep, await house.LastAsync());

        var open = (await desk.OpenAsync(house.Part.CaseId, CancellationToken.None)).Value!;
        open.Ways[0].Should().BeEquivalentTo(new { Target = ReturnTarget.CommonSuperior, Unit = "BİMER Merkezi", IsProposed = true });
        open.Earlier.Should().ContainSingle().Which.Note.Should().Be("Görev alanımıza girmiyor.");
        (await house.Office.ReturnAsync(house.Zeynep, await house.LastAsync(), ReturnTarget.CommonSuperior)).Should().Be(Outcome.Accepted);
        (await house.Office.LegsAsync(house.Part.CaseId))[^1].To.Should().Be(house.Centre);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_way_back_into_an_excluded_unit_is_no_way(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, ministry) = (house.Office, house.Office.Unit("Sağlık Bakanlığı"));
        var derya = await office.HireAsync(5, OfficerRole.CaseOfficer, ministry);
        await office.ForwardAsync(house.Ayse, house.Part, null, ReplyStories.Line(ministry));
        await office.OpenAsync(derya, await house.LastAsync());
        var number = new CaseNumber(house.Part.CaseId).ToString();
        (await office.For<CaseQuery>(derya).ReadAsync(number, CancellationToken.None))!.MayReturn.Should().BeTrue();
        var units = office.Services.GetRequiredService<UnitDirectory>();
        var last = await house.LastAsync();
        (await office.WorkOf(derya).ChangeAsync(OfficeStories.NewCommand(), last.CaseId, (c, acting) =>
            c.Exclude(last, units.LineageOf(house.Ankara), [units.LineageOf(ministry)], acting.Actor, acting.Now), CancellationToken.None)).Should().Be(Outcome.Accepted);

        (await office.For<ReturnDeskQuery>(derya).OpenAsync(last.CaseId, CancellationToken.None)).Refusal.Should().Be(new Refusal.NowhereToReturn(ReturnTarget.Sender));
        (await office.ReturnAsync(derya, last)).Refusal.Should().Be(new Refusal.NowhereToReturn(ReturnTarget.Sender));
        (await office.For<CaseQuery>(derya).ReadAsync(number, CancellationToken.None))!.MayReturn.Should().BeFalse();
    }

    private sealed class House : IAsyncDisposable
    {
        public required Office Office { get; init; }

        public required UnitId Ankara { get; init; }

        public required UnitId Health { get; init; }

        public required UnitId Centre { get; init; }

        public required Actor Ayse { get; init; }

        public required Actor Zeynep { get; init; }

        /// <summary>In Ayşe's hands.</summary>
        public required RoutingId Part { get; init; }

        public static async Task<House> BuildAsync(Kind kind)
        {
            var office = await Office.OpenAsync(kind);
            var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
            var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
            var part = (await office.FileAsync(ankara)).Routings[0].Id;
            await office.OpenAsync(ayse, part);
            return new House
            {
                Office = office, Ankara = ankara, Health = health, Centre = office.Unit("BİMER Merkezi"), Ayse = ayse,
                Zeynep = await office.HireAsync(2, OfficerRole.CaseOfficer, health), Part = part,
            };
        }

        public async Task ForwardAndOpenAsync()
        {
            await Office.ForwardAsync(Ayse, Part, null, ReplyStories.Line(Health));
            await Office.OpenAsync(Zeynep, await LastAsync());
        }

        public async Task<RoutingId> LastAsync() => (await Office.LegsAsync(Part.CaseId))[^1].Id;

        public async Task<IReadOnlyList<BoxRow>> RowsAsync(Actor actor, RoutingState state) =>
            (await Office.For<MyInboxQuery>(actor).ReadAsync(state, new BoxSlice(), CancellationToken.None))!.Rows;

        public async Task<bool> SeesAsync(Actor actor)
        {
            await using var db = await Office.DbAsync();
            return await db.CasesVisibleTo(actor).AnyAsync(c => c.Id == Part.CaseId);
        }

        public async Task LeaveAsync(Actor actor)
        {
            await using var db = await Office.DbAsync();
            await db.RoleAssignments.Where(a => a.Officer == actor.UserId).ExecuteDeleteAsync();
        }

        public ValueTask DisposeAsync() => Office.DisposeAsync();
    }
}
