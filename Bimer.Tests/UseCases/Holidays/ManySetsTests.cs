using Bimer.Blazor.Persistence.Holidays;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Holidays;

/// <summary>One statement moves many sets of cases at once: each by its own days, and no case that is not of the set (D3).</summary>
public sealed class ManySetsTests
{
    private static readonly DateOnly March2 = new(2026, 3, 2), March10 = new(2026, 3, 10);

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Every_set_moves_by_its_own_days_whatever_terms_it_has(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var manager = await office.ManagerAsync();
        List<CaseFile> cases = [];
        for (var i = 0; i < 12; i++) cases.Add(await office.ReceivedAsync(March2.AddDays(i % 4)));
        cases.Add(await office.ReceivedAsync(March2, told: (terms, calendar) => terms.Extend(March2.AddDays(4), calendar).Value!));
        cases.Add(await office.ReceivedAsync(March2, told: (terms, calendar) => terms.NotifyFee(March2.AddDays(1), FeeClock.Restart, calendar).Value!));
        cases.Add(await office.ReceivedAsync(March2, told: (terms, calendar) => terms.NotifyFee(March2.AddDays(1), FeeClock.Resume, calendar).Value!.PayFee(March2.AddDays(3)).Value!));
        cases.Add(await office.ReceivedAsync(March2, CaseKind.Complaint, told: (terms, calendar) => terms.TellProgress(March2.AddDays(2), calendar).Value!));
        cases.Add(await office.ReceivedAsync(March2, CaseKind.Complaint));

        await office.RuleAsync(manager, March10, HolidayKind.FullDay);
        await office.FollowAsync();

        var counted = office.Services.GetRequiredService<WorkingCalendar>();
        foreach (var before in cases)
        {
            var (now, meant) = (await office.NowAsync(before), StatutoryDeadline.Of(DeadlineLedger.Replay(before.Ledger!).Terms, counted));
            (now.Ledger, now.DueOn, now.DueEndsAt).Should().Be((meant.Ledger, meant.DueOn, meant.EndsAt), "of {0}", before.Ledger);
            DeadlineLedger.Replay(now.Ledger!).Deadline.Ledger.Should().Be(now.Ledger, "it is replayed byte for byte");
            (now.Routings[0].Rank - before.Routings[0].Rank).Should().Be(meant.EndsAt.UtcTicks - before.DueEndsAt.UtcTicks);
            now.Movements.Count(m => m.Kind == MovementKind.DueMoved).Should().Be(meant.EndsAt == before.DueEndsAt ? 0 : 1);
            now.MovementCount.Should().Be(now.Movements.Max(m => m.Sequence));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Letters_before_an_approver_move_in_their_box_and_what_is_over_stays_where_it_is(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var manager = await office.ManagerAsync();
        var (waiting, closed, sentOn) = (await office.ReceivedAsync(March2), await office.ReceivedAsync(March2), await office.ReceivedAsync(March2));
        await AnswerAndSendOnAsync(office, [waiting, closed], sentOn);
        await using (var db = await office.DbAsync()) await db.Cases.Where(c => c.Id == closed.Id).ExecuteUpdateAsync(row => row.SetProperty(c => c.ClosedAt, office.Clock.GetUtcNow()));
        var (left, over) = (await office.NowAsync(sentOn), await RankAsync(office, closed));
        var letter = await RankAsync(office, waiting);

        await office.RuleAsync(manager, March10, HolidayKind.FullDay);
        await office.FollowAsync();

        var moved = (await office.NowAsync(waiting)).DueEndsAt.UtcTicks - waiting.DueEndsAt.UtcTicks;
        (await RankAsync(office, waiting)).Should().Be(letter + moved);
        (await office.NowAsync(closed)).Should().BeEquivalentTo(new { closed.DueOn, closed.Ledger }, "it was answered under its date");
        (await RankAsync(office, closed)).Should().Be(over);
        var now = await office.NowAsync(sentOn);
        now.Routings.Single(r => r.EndedAt is not null).Rank.Should().Be(left.Routings.Single(r => r.EndedAt is not null).Rank, "it ended when it ended");
        now.Routings.Single(r => r.EndedAt is null).Rank.Should().Be(left.Routings.Single(r => r.EndedAt is null).Rank + moved);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_case_that_changed_since_its_set_was_read_is_left_to_the_next_round(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var manager = await office.ManagerAsync();
        var (stays, changes) = (await office.ReceivedAsync(March2), await office.ReceivedAsync(March2));
        await office.RuleAsync(manager, March10, HolidayKind.FullDay);
        var counted = office.Services.GetRequiredService<WorkingCalendar>().AsItStands;
        var span = new DueSpan(stays.Ledger!, stays.Basis, stays.ReceivedOn, stays.DueOn, stays.DueEndsAt);
        var ruled = (await office.Services.GetRequiredService<HolidayShelf>().NextAsync(default))!;
        await using var db = await office.DbAsync();
        await db.Cases.Where(c => c.Id == changes.Id).ExecuteUpdateAsync(row => row.SetProperty(c => c.Ledger, "another"));

        var moved = await MoveStatements.RunAsync(db, [new SpanMove(span, span.Recount(counted))], (stays.Id, changes.Id), ruled, default);

        moved.Should().Be(1);
        (await office.NowAsync(changes)).Should().BeEquivalentTo(new { changes.DueOn, changes.Version, MovementCount = 1 });
    }

    private static async Task AnswerAndSendOnAsync(Office office, IReadOnlyList<CaseFile> answered, CaseFile sentOn)
    {
        var unit = office.Unit("Ankara Valiliği");
        var (writer, approver) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.Approver, unit));
        foreach (var caseFile in answered)
        {
            await office.OpenAsync(writer, caseFile.Routings[0].Id);
            (await office.AnswerAsync(writer, caseFile.Routings[0].Id, new Signatory(approver.UserId, unit))).Should().Be(Outcome.Accepted);
        }

        await office.OpenAsync(writer, sentOn.Routings[0].Id);
        (await office.ForwardAsync(writer, sentOn.Routings[0].Id, null, ReplyStories.Line(office.Unit("Bursa Valiliği")))).Should().Be(Outcome.Accepted);
    }

    private static async Task<long> RankAsync(Office office, CaseFile caseFile)
    {
        await using var db = await office.DbAsync();
        return await db.Replies.Where(r => r.CaseId == caseFile.Id).Select(r => r.Rank).SingleAsync();
    }
}
