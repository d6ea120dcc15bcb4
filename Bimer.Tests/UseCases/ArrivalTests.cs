using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases.Holidays;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>An information request received by the centre on Monday 2 March 2026, due there on the 24th, and sent on to the institution in charge (4982 m.7).</summary>
public sealed class ArrivalTests
{
    private static readonly DateOnly Received = new(2026, 3, 2), Due = new(2026, 3, 24);

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Sent_on_it_has_two_clocks_and_taken_back_one(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (story, ministry) = (await BeginAsync(office), office.Unit("Sağlık Bakanlığı"));
        office.Clock.Pass(TimeSpan.FromDays(3));
        await SendAsync(story, story.Part, ministry);

        var sent = await NowAsync(story);
        (sent.DueOn, sent.LegalDueOn).Should().Be((Due, new DateOnly(2026, 3, 27)), "the centre's clock stays; the law's runs from Thursday the 5th");
        sent.Routings[1].Rank.Should().Be(Routing.RanksOf(sent.DueEndsAt).Plain, "order follows the centre's clock");
        var ledger = DeadlineLedger.Replay(sent.Ledger!);
        (ledger.Terms.ArrivedOn, ledger.Entries[^1].Day, ledger.ArrivalEntries[^1].Day).Should().Be((new DateOnly(2026, 3, 5), Due, new DateOnly(2026, 3, 27)));
        await using (var db = await office.DbAsync())
        {
            var own = await office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == sent.Id), default);
            (own!.DueOn, own.ArrivedOn).Should().Be((new DateOnly(2026, 3, 27), new DateOnly(2026, 3, 5)), "whoever applied is told the day of the law");
            (await db.PreviewAsync(sent.Id, story.Officer, default))!.Time.Should().Be(sent.Time);
        }

        (await office.RecallAsync(story.Officer, sent.Routings[1].Id)).Should().Be(Outcome.Accepted);
        var back = await NowAsync(story);
        (back.DueOn, back.LegalDueOn, DeadlineLedger.TellsArrival(back.Ledger)).Should().Be((Due, null, false));
        back.Ledger.Should().StartWith("1|4982|2026-03-02|");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_several_the_first_arrival_counts_and_passing_on_starts_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (story, ministry, ankara) = (await BeginAsync(office), office.Unit("Sağlık Bakanlığı"), office.Unit("Ankara Valiliği"));
        var atAnkara = await office.HireAsync(52, OfficerRole.CaseOfficer, ankara);
        office.Clock.Pass(TimeSpan.FromDays(1));
        await SendAsync(story, story.Part, ministry, ankara);
        var first = new DateOnly(2026, 3, 25);
        (await NowAsync(story)).LegalDueOn.Should().Be(first);

        office.Clock.Pass(TimeSpan.FromDays(2));
        var toAnkara = (await NowAsync(story)).Routings.Single(r => r.To == ankara).Id;
        await office.OpenAsync(atAnkara, toAnkara);
        (await office.ForwardAsync(atAnkara, toAnkara, null, ReplyStories.Line(office.Unit("Ankara İl Sağlık Müdürlüğü")))).Should().Be(Outcome.Accepted);
        (await NowAsync(story)).LegalDueOn.Should().Be(first, "passed on, the applicant waits no longer for it");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_what_all_came_back_ends_it_and_sent_there_again_it_came_the_first_time(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (story, ministry, ankara) = (await BeginAsync(office), office.Unit("Sağlık Bakanlığı"), office.Unit("Ankara Valiliği"));
        var (atMinistry, atAnkara, first) = (await office.HireAsync(51, OfficerRole.CaseOfficer, ministry), await office.HireAsync(52, OfficerRole.CaseOfficer, ankara), new DateOnly(2026, 3, 25));
        office.Clock.Pass(TimeSpan.FromDays(1));
        await SendAsync(story, story.Part, ministry, ankara);
        office.Clock.Pass(TimeSpan.FromDays(2));

        var toMinistry = (await NowAsync(story)).Routings.Single(r => r.To == ministry).Id;
        await office.OpenAsync(atMinistry, toMinistry);
        (await office.ReturnAsync(atMinistry, toMinistry)).Should().Be(Outcome.Accepted);
        (await NowAsync(story)).LegalDueOn.Should().Be(first, "one part of it lies in the other institution still");

        var toAnkara = (await NowAsync(story)).Routings.Single(r => r.To == ankara).Id;
        await office.OpenAsync(atAnkara, toAnkara);
        (await office.ReturnAsync(atAnkara, toAnkara)).Should().Be(Outcome.Accepted);
        var home = await NowAsync(story);
        (home.LegalDueOn, home.DueOn, DeadlineLedger.TellsArrival(home.Ledger)).Should().Be((null, Due, false), "it lies with the centre alone");

        var part = home.Routings.First(r => r.IsOpen).Id;
        await SendAsync(story, part, ministry);
        (await NowAsync(story)).LegalDueOn.Should().Be(first, "what comes to a unit again came there the first time");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_holiday_moves_both_clocks_or_the_one_it_lies_on(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (story, manager) = (await BeginAsync(office), await office.ManagerAsync());
        office.Clock.Pass(TimeSpan.FromDays(3));
        await SendAsync(story, story.Part, office.Unit("Sağlık Bakanlığı"));

        (await office.RuleAsync(manager, new DateOnly(2026, 3, 10), HolidayKind.FullDay)).Should().Be(Outcome.Accepted);
        await office.FollowAsync();
        var moved = await NowAsync(story);
        (moved.DueOn, moved.LegalDueOn).Should().Be((new DateOnly(2026, 3, 25), new DateOnly(2026, 3, 30)));

        (await office.PreviewAsync(manager, new DateOnly(2026, 3, 30), HolidayKind.FullDay)).Value!.Moving.Should().Be(1, "only the law's own day moves, and it is told");
        (await office.RuleAsync(manager, new DateOnly(2026, 3, 30), HolidayKind.FullDay)).Should().Be(Outcome.Accepted);
        await office.FollowAsync();
        var legal = await NowAsync(story);
        (legal.DueOn, legal.LegalDueOn).Should().Be((new DateOnly(2026, 3, 25), new DateOnly(2026, 3, 31)));
        DueMove.Parse(legal.Movements.OrderBy(m => m.Sequence).Last().Change).Should().BeEquivalentTo(new { Before = new DateOnly(2026, 3, 30), After = new DateOnly(2026, 3, 31), IsOfLawAlone = true });
        legal.Routings.Single(r => r.IsOpen).Rank.Should().Be(Routing.RanksOf(legal.DueEndsAt).Plain);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_taking_back_and_reading_in_one_instant_the_clock_follows_who_won(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ministry = office.Unit("Sağlık Bakanlığı");
        var (officer, reader) = (await office.HireAsync(50, OfficerRole.CaseOfficer, Centre(office)), await office.HireAsync(51, OfficerRole.CaseOfficer, ministry));
        for (var race = 0; race < 10; race++)
        {
            var story = await BeginAsync(office, officer);
            await SendAsync(story, story.Part, ministry);
            var leg = (await NowAsync(story)).Routings[1].Id;
            Func<Task<Outcome>>[] acts = [() => office.RecallAsync(officer, leg), () => office.OpenAsync(reader, leg)];
            var outcomes = await Task.WhenAll(Task.Run(acts[race % 2]), Task.Run(acts[1 - (race % 2)]));

            outcomes.Count(o => o.IsAccepted).Should().Be(1, "race {0}", race);
            var now = await NowAsync(story);
            DeadlineLedger.TellsArrival(now.Ledger).Should().Be(now.Routings[1].State == RoutingState.Held, "race {0}", race);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_parts_sent_on_in_one_instant_make_one_second_clock(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ministry, ankara) = (office.Unit("Sağlık Bakanlığı"), office.Unit("Ankara Valiliği"));
        var story = await BeginAsync(office);
        await SendAsync(story, story.Part, ministry, ankara);
        var legs = (await NowAsync(story)).Routings.Where(r => r.IsOpen).Select(r => r.Id).ToList();
        var outcomes = await Task.WhenAll(legs.Select(leg => Task.Run(() => office.RecallAsync(story.Officer, leg))));

        outcomes.Should().AllBeEquivalentTo(Outcome.Accepted);
        var back = await NowAsync(story);
        (back.LegalDueOn, DeadlineLedger.TellsArrival(back.Ledger)).Should().Be((null, false), "the last that is taken back ends it");
    }

    private static UnitId Centre(Office office) => office.Services.GetRequiredService<UnitDirectory>().Centre.Id;

    internal static async Task<Story> BeginAsync(Office office, Actor? officer = null)
    {
        officer ??= await office.HireAsync(50, OfficerRole.CaseOfficer, Centre(office));
        var filed = await office.ReceivedAsync(Received, at: Centre(office));
        filed.DueOn.Should().Be(Due);
        (await office.OpenAsync(officer, filed.Routings[0].Id)).Should().Be(Outcome.Accepted);
        return new Story(office, officer, filed);
    }

    internal static async Task SendAsync(Story story, RoutingId part, params UnitId[] to) =>
        (await story.Office.ForwardAsync(story.Officer, part, null, [.. to.Select(unit => ReplyStories.Line(unit))])).Should().Be(Outcome.Accepted);

    internal static async Task<CaseFile> NowAsync(Story story)
    {
        await using var db = await story.Office.DbAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Routings.OrderBy(r => r.Id)).Include(c => c.Movements).SingleAsync(c => c.Id == story.Case.Id);
    }

    internal sealed record Story(Office Office, Actor Officer, CaseFile Case)
    {
        public RoutingId Part => Case.Routings[0].Id;
    }
}
