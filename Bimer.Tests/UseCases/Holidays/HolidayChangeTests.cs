using Bimer.Blazor.Persistence.Holidays;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Holidays;

/// <summary>A holiday is added or taken away: the open cases it concerns follow, keep their old date, and nobody else notices (D3).</summary>
public sealed class HolidayChangeTests
{
    private static readonly DateOnly March2 = new(2026, 3, 2), March10 = new(2026, 3, 10);

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_open_case_over_the_day_moves_and_keeps_its_old_date(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var manager = await office.ManagerAsync();
        var (over, petition, later) = (await office.ReceivedAsync(March2), await office.ReceivedAsync(March2, CaseKind.Complaint), await office.ReceivedAsync(March10));

        (await office.PreviewAsync(manager, March10, HolidayKind.FullDay)).Value.Should().BeEquivalentTo(new { Total = 2, Moving = 1, Was = "" });
        (await office.RuleAsync(manager, March10, HolidayKind.FullDay)).Should().Be(Outcome.Accepted);
        await office.FollowAsync();

        var now = await office.NowAsync(over);
        now.DueOn.Should().Be(new DateOnly(2026, 3, 25)).And.Be(DeadlineLedger.Replay(now.Ledger!).Deadline.DueOn);
        now.DueEndsAt.Should().Be(IstanbulTime.EndOf(now.DueOn));
        now.Routings[0].Rank.Should().Be(Routing.RanksOf(now.DueEndsAt).Ahead);
        (now.MovementCount, now.Version).Should().Be((2, over.Version + 1));
        DueMove.Parse(now.Movements.Single(m => m.Kind == MovementKind.DueMoved).Change).Should().Be(new DueMove(over.DueOn, now.DueOn, March10, over.Ledger!));
        (await office.NowAsync(petition)).Should().BeEquivalentTo(new { petition.DueOn, MovementCount = 1 }, "thirty calendar days count a holiday too");
        (await office.NowAsync(petition)).Ledger.Should().NotBe(petition.Ledger, "its days tell of the holiday all the same");
        (await office.NowAsync(later)).Ledger.Should().Be(later.Ledger, "day 0 is never counted");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_holiday_taken_away_brings_the_date_back_and_both_moves_stand_in_the_history(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var manager = await office.ManagerAsync();
        var over = await office.ReceivedAsync(March2);
        await office.RuleAsync(manager, March10, HolidayKind.FullDay);
        await office.FollowAsync();

        (await office.RuleAsync(manager, March10, null)).Should().Be(Outcome.Accepted);
        await office.FollowAsync();

        var now = await office.NowAsync(over);
        (now.DueOn, now.Ledger, now.MovementCount).Should().Be((over.DueOn, over.Ledger, 3));
        await using var db = await office.DbAsync();
        (await db.RuledHolidays.OrderBy(h => h.Sequence).Select(h => new { h.Moved, h.Was, Done = h.FinishedAt != null }).ToListAsync()).Should().BeEquivalentTo(
            [new { Moved = 1, Was = "", Done = true }, new { Moved = 1, Was = "Yas günü", Done = true }], order => order.WithStrictOrdering());
        (await db.AuditEntries.CountAsync(a => a.Action == "calendar.holiday-ruled" || a.Action == "calendar.deadlines-moved")).Should().Be(4);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_program_that_stopped_half_way_goes_on_where_it_was_and_moves_nothing_twice(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var manager = await office.ManagerAsync();
        var cases = new List<CaseFile>();
        for (var i = 0; i < 5; i++) cases.Add(await office.ReceivedAsync(March2.AddDays(i)));
        await office.RuleAsync(manager, March10, HolidayKind.FullDay);
        var half = (await office.Services.GetRequiredService<HolidayShelf>().NextAsync(CancellationToken.None))!;
        await office.Services.GetRequiredService<DeadlineMover>().StepAsync(half, CancellationToken.None);   // written, and nobody noted it down

        await office.FollowAsync();

        foreach (var caseFile in cases)
        {
            var now = await office.NowAsync(caseFile);
            now.Movements.Count(m => m.Kind == MovementKind.DueMoved).Should().Be(1);
            now.DueOn.Should().Be(StatutoryDeadline.Of(LegalBasis.InformationAct, caseFile.ReceivedOn, office.Services.GetRequiredService<WorkingCalendar>()).DueOn);
        }
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_acts_on_a_case_that_moved_meanwhile_acts_on_the_moved_one(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var manager = await office.ManagerAsync();
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var over = await office.ReceivedAsync(March2);
        await office.RuleAsync(manager, March10, HolidayKind.FullDay);

        await Task.WhenAll(office.FollowAsync(), office.OpenAsync(officer, over.Routings[0].Id));

        var now = await office.NowAsync(over);
        now.Movements.Select(m => m.Kind).Should().BeEquivalentTo([MovementKind.Filed, MovementKind.CustodyTaken, MovementKind.DueMoved]);
        now.Movements.Select(m => m.Sequence).Order().Should().Equal(1, 2, 3);
        now.Routings[0].Rank.Should().Be(Routing.RanksOf(now.DueEndsAt).Ahead);
    }

    [Fact]
    public async Task Nobody_but_the_manager_of_the_centre_decides_about_days()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var centre = office.Services.GetRequiredService<Bimer.Blazor.Persistence.UnitDirectory>().Centre.Id;
        var others = new[]
        {
            await office.HireAsync(1, OfficerRole.CaseOfficer, centre), await office.HireAsync(2, OfficerRole.Coordinator, centre),
            await office.HireAsync(3, OfficerRole.Executive, office.Unit("Ankara Valiliği")),
        };

        foreach (var other in others)
        {
            (await office.RuleAsync(other, March10, HolidayKind.FullDay)).Refusal.Should().Be(new Refusal.NotYoursToRuleHolidays());
            (await office.PreviewAsync(other, March10, HolidayKind.FullDay)).Refusal.Should().Be(new Refusal.NotYoursToRuleHolidays());
        }
    }

    [Fact]
    public async Task What_a_preview_names_its_reader_may_see()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var manager = await office.ManagerAsync();
        var own = await office.ReceivedAsync(March2, at: office.Services.GetRequiredService<Bimer.Blazor.Persistence.UnitDirectory>().Centre.Id);
        await office.ReceivedAsync(March2);

        var preview = (await office.PreviewAsync(manager, March10, HolidayKind.FullDay)).Value!;

        (preview.Moving, preview.Total).Should().Be((2, 2), "counted is every case");
        preview.Cases.Should().ContainSingle().Which.Should().BeEquivalentTo(new { own.Id, Before = own.DueOn, After = new DateOnly(2026, 3, 25), EndsAtOne = false });
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_holds_a_case_that_moved_is_told_once(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (manager, officer) = (await office.ManagerAsync(), await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği")));
        var (held, _) = (await office.ReceivedAsync(March2), await office.ReceivedAsync(March2));
        await office.OpenAsync(officer, held.Routings[0].Id);
        await office.RuleAsync(manager, March10, HolidayKind.FullDay);
        (await office.NewsOf(officer).ReadAsync(CancellationToken.None)).Moved.Should().Be(0, "the cases have not followed yet");
        await office.FollowAsync();

        (await office.NewsOf(officer).ReadAsync(CancellationToken.None)).Should().Be(new HolidayTold(1, null));
        (await office.NewsOf(manager).ReadAsync(CancellationToken.None)).Moved.Should().Be(0);
        office.Clock.Pass(TimeSpan.FromMinutes(1));
        await office.NewsOf(officer).AcknowledgeAsync(CancellationToken.None);
        (await office.NewsOf(officer).ReadAsync(CancellationToken.None)).Moved.Should().Be(0);
    }

    [Fact]
    public async Task Who_keeps_the_table_is_warned_two_years_before_it_ends_and_nobody_else()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (manager, officer) = (await office.ManagerAsync(), await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği")));
        (await office.NewsOf(manager).ReadAsync(CancellationToken.None)).EndsWith.Should().BeNull();

        office.Clock.PassUntil(new DateTimeOffset(2034, 1, 2, 9, 0, 0, TimeSpan.Zero));

        (await office.NewsOf(manager).ReadAsync(CancellationToken.None)).EndsWith.Should().Be(2035);
        (await office.NewsOf(officer).ReadAsync(CancellationToken.None)).EndsWith.Should().BeNull();
    }

    [Fact]
    public async Task A_second_click_decides_once_and_another_day_waits_until_the_cases_have_followed()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (manager, intent) = (await office.ManagerAsync(), OfficeStories.NewCommand());

        (await office.RuleAsync(manager, March10, HolidayKind.FullDay, intent)).Should().Be(Outcome.Accepted);
        (await office.RuleAsync(manager, March10, HolidayKind.FullDay, intent)).Should().Be(Outcome.Accepted);
        (await office.RuleAsync(manager, March2, HolidayKind.FullDay)).Refusal.Should().Be(new Refusal.HolidayMoveRuns(March10));
        await office.FollowAsync();
        (await office.RuleAsync(manager, March10, HolidayKind.FullDay)).Refusal.Should().Be(new Refusal.HolidayIsSo(March10));

        await using var db = await office.DbAsync();
        (await db.RuledHolidays.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_decision_outlives_the_program()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await office.RuleAsync(await office.ManagerAsync(), March10, HolidayKind.FullDay);
        var started = new WorkingCalendar(ACalendar.TableWith(), new CalendarRules());

        await ActivatorUtilities.CreateInstance<HolidayBook>(office.Services, started).ReloadAsync(CancellationToken.None);

        started.IsWorkingDay(March10).Should().BeFalse();
    }
}
