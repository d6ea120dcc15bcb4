using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.CaseDetail.Fees;
using Bimer.Blazor.Workspace.Home;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The fee of an information request (4982 m.10): told on Monday 2 March 2026 it can be paid until the 24th, the fifteenth working day.</summary>
public sealed class FeeTests
{
    private const string Words = "84 sayfa fotokopi\nAnkara Valiliği Muhasebe Müdürlüğü, TR00 0000 0000 0000 0000 0000 00";
    private static readonly string Fee = FeeNotice.CodeOf(12.50m);
    private static readonly DateOnly Told = new(2026, 3, 2), LastDayToPay = new(2026, 3, 24);

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task At_the_signature_the_clock_stands_still_and_ledger_box_and_tracking_page_name_the_last_day_to_pay(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var part = await answers.RequestedAsync();
        (await answers.SendNoticeAsync(part, Fee, Words)).Should().Be(Outcome.Accepted);
        (await answers.CaseAsync(part)).AwaitsFee.Should().BeFalse();

        (await answers.SignNoticeAsync(part)).Should().Be(Outcome.Accepted);

        var caseFile = await answers.CaseAsync(part);
        (caseFile.AwaitsFee, caseFile.DueOn, caseFile.ClosedAt).Should().Be((true, LastDayToPay, null));
        DeadlineLedger.Replay(caseFile.Ledger!).Terms.Should().Be(DeadlineTerms.Received(LegalBasis.InformationAct, Told).NotifyFee(Told, FeeClock.Restart, ACalendar.Shipped).Value);
        caseFile.Routings.Select(r => r.State).Should().Equal(RoutingState.NoticeTold, RoutingState.Held);
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.FeeTold, Change = "UCRET|1250|2026-03-24" });
        var own = await answers.OwnAsync(part);
        (own.AwaitsFee, own.HasAnswer, own.DueOn).Should().Be((true, false, LastDayToPay));
        ReplyLetter.Compose(own.Answers[0].Letter, addressee: null).PlainText.Should().Contain("84 sayfa fotokopi karşılığı olarak 12,50 TL").And.Contain("TR00 0000")
            .And.Contain("Son ödeme günü: 24 Mart 2026 Salı.").And.Contain("10 uncu maddesi").And.Contain("vazgeçmiş sayılırsınız").And.NotContain("başvuru yollarını");
        await using var db = await answers.Office.DbAsync();
        (await db.OutboxMessages.Where(m => m.Routing == part).Select(m => m.Kind).ToListAsync()).Should().Equal([OutboxKind.ReplyMail]);
        (await db.AuditEntries.CountAsync(a => a.Action == "reply.fee-approved")).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_holder_records_the_payment_once_and_a_new_run_starts_the_day_after(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var onward = await AwaitedAsync(answers);
        answers.Office.Clock.Pass(TimeSpan.FromDays(4));
        var paidOn = Told.AddDays(4);
        var stranger = await answers.Office.HireAsync(3, OfficerRole.CaseOfficer, answers.Unit);
        (await PayAsync(answers, onward, paidOn, by: stranger)).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        (await PayAsync(answers, onward, paidOn.AddDays(1))).Refusal.Should().Be(new Refusal.DayOutOfRange(Told, paidOn), "nobody has paid tomorrow");
        (await PayAsync(answers, onward, Told.AddDays(-1))).Refusal.Should().Be(new Refusal.DayOutOfRange(Told, paidOn));
        (await PayAsync(answers, onward, paidOn, "<makbuz>")).Refusal.Should().BeOfType<Refusal.ReceiptUnreadable>();
        (await PayAsync(answers, onward, null)).Refusal.Should().Be(new Refusal.FeeDayMissing());

        var id = OfficeStories.NewCommand();
        (await PayAsync(answers, onward, paidOn, id: id)).Should().Be(Outcome.Accepted);
        (await PayAsync(answers, onward, paidOn, id: id)).Should().Be(Outcome.Accepted, "a second click is the first");
        (await PayAsync(answers, onward, paidOn)).Refusal.Should().Be(new Refusal.FeeWasPaid(paidOn));

        var caseFile = await answers.CaseAsync(onward);
        (caseFile.AwaitsFee, caseFile.DueOn).Should().Be((false, new DateOnly(2026, 3, 30)), "fifteen working days anew after Friday the 6th");
        caseFile.Movements.Where(m => m.Kind == MovementKind.FeePaid).Should().ContainSingle().Which.Change.Should().Be("2026-03-06 2026/4711");
        caseFile.Routings.Single(r => r.IsOpen).Rank.Should().Be(Routing.RanksOf(caseFile.DueEndsAt).Ahead, "nobody has routed it on (S53)");
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "case.fee-paid")).Should().Be(1);
        (await answers.SendNoticeAsync(onward, Fee, Words)).Refusal.Should().Be(new Refusal.FeeAlreadyNotified(Told));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Unpaid_it_is_proposed_to_a_person_and_only_a_signed_letter_ends_it(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var coordinator = await answers.Office.HireAsync(8, OfficerRole.Coordinator, answers.Unit);
        var onward = await AwaitedAsync(answers);
        (await answers.SendNoticeAsync(onward, "VAZGECME", "")).Refusal.Should().Be(new Refusal.FeeStillDue(LastDayToPay));
        (await SeenAsync(answers, coordinator)).Should().BeEmpty();

        answers.Office.Clock.Pass((await answers.CaseAsync(onward)).DueEndsAt - answers.Office.Clock.GetUtcNow());

        (await SeenAsync(answers, coordinator)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Case = onward.CaseId, At = answers.Unit, LastDay = LastDayToPay });
        (await answers.Office.For<OverviewQuery>(answers.Writer).ReadAsync(default))!.Unpaid.Should().ContainSingle("its holder finds it too");
        (await answers.CaseAsync(onward)).ClosedAt.Should().BeNull("nothing happens by itself");
        (await answers.SendNoticeAsync(onward, "VAZGECME", "")).Should().Be(Outcome.Accepted);
        (await answers.SignNoticeAsync(onward)).Should().Be(Outcome.Accepted);

        var caseFile = await answers.CaseAsync(onward);
        caseFile.ClosedAt.Should().NotBeNull();
        caseFile.Movements.Select(m => m.Kind).TakeLast(2).Should().Equal(MovementKind.DeemedWithdrawn, MovementKind.Closed);
        var own = await answers.OwnAsync(onward);
        (own.IsWithdrawn, own.IsNotExamined, own.AwaitsFee).Should().Be((true, false, false));
        ReplyLetter.Compose(own.Answers[^1].Letter, addressee: null).PlainText.Should().Contain("24 Mart 2026 Salı").And.Contain("vazgeçmiş sayıldığınız").And.Contain("60 gün");
        (await SeenAsync(answers, coordinator)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_payment_recorded_while_the_withdrawal_waits_for_its_signature_counts_and_stops_it(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var onward = await AwaitedAsync(answers);
        answers.Office.Clock.Pass(TimeSpan.FromDays(30));
        await answers.SendNoticeAsync(onward, "VAZGECME", "");
        var late = IstanbulTime.LegalDay(answers.Office.Clock.GetUtcNow());

        (await PayAsync(answers, onward, late)).Should().Be(Outcome.Accepted);

        (await answers.SignNoticeAsync(onward)).Refusal.Should().Be(new Refusal.FeeWasPaid(late));
        var caseFile = await answers.CaseAsync(onward);
        (caseFile.ClosedAt, caseFile.AwaitsFee, caseFile.Replies[^1].Status).Should().Be((null, false, ReplyStatus.AwaitingApproval));
        (await answers.Office.SendBackAsync(answers.Approver, onward, await answers.Office.HashAsync(onward), "Ödeme gelmiş.")).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_a_payment_and_a_withdrawal_in_one_instant_exactly_one_counts(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        for (var race = 0; race < 12; race++)
        {
            var onward = await AwaitedAsync(answers);
            answers.Office.Clock.Pass(TimeSpan.FromDays(30));
            await answers.SendNoticeAsync(onward, "VAZGECME", "");
            var today = IstanbulTime.LegalDay(answers.Office.Clock.GetUtcNow());
            Func<Task<Outcome>>[] acts = [() => PayAsync(answers, onward, today), () => answers.SignNoticeAsync(onward)];
            var first = Task.Run(acts[race % 2]);
            var outcomes = await Task.WhenAll(first, Task.Run(acts[1 - (race % 2)]));

            outcomes.Count(o => o.IsAccepted).Should().Be(1, "race {0}", race);
            var caseFile = await answers.CaseAsync(onward);
            (caseFile.ClosedAt is null).Should().Be(!caseFile.AwaitsFee, "race {0}: paid it is open, withdrawn it is closed", race);
        }
    }

    [Theory]
    [InlineData("12,50", 12.50)]
    [InlineData("12,5", 12.50)]
    [InlineData(" 1.234,50 ", 1234.50)]
    [InlineData("0,01", 0.01)]
    [InlineData("1000000", 1_000_000.0)]
    [InlineData("12.50", null)]     // twelve and a half, or one thousand two hundred and fifty: nobody knows
    [InlineData("1,234.50", null)]
    [InlineData("12,505", null)]
    [InlineData("1.23,50", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1000000,01", null)]
    [InlineData("١٢", null)]
    [InlineData("", null)]
    public void An_amount_is_read_as_it_is_written_here_exact_to_the_kurus(string typed, double? amount) =>
        FeeNotice.AmountOf(typed).Should().Be(amount is { } lira ? (decimal)lira : null);

    [Fact]
    public async Task A_fee_needs_its_amount_what_for_and_where()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        var part = await answers.RequestedAsync();
        (await answers.SendNoticeAsync(part, FeeNotice.CodeOf(null), Words)).Refusal.Should().Be(new Refusal.NoticeIncomplete());
        (await answers.SendNoticeAsync(part, Fee, "84 sayfa")).Refusal.Should().Be(new Refusal.NoticeIncomplete(), "nobody knows where to pay");
        (await answers.SendNoticeAsync(part, Fee, FeeNotice.Words("", "Vezne"))).Refusal.Should().Be(new Refusal.NoticeIncomplete(), "nobody knows what for");
        (await answers.SendNoticeAsync(part, "UCRET|-1250", Words)).Refusal.Should().Be(new Refusal.NoticeIncomplete());
    }

    /// <summary>A request whose fee was told; the leg that goes on.</summary>
    private static async Task<RoutingId> AwaitedAsync(AnAnsweringOffice answers)
    {
        var part = await answers.RequestedAsync();
        (await answers.SendNoticeAsync(part, Fee, Words)).Should().Be(Outcome.Accepted);
        (await answers.SignNoticeAsync(part)).Should().Be(Outcome.Accepted);
        return (await answers.CaseAsync(part)).Routings[1].Id;
    }

    private static Task<Outcome> PayAsync(AnAnsweringOffice answers, RoutingId part, DateOnly? on, string receipt = "2026/4711", CommandId? id = null, Actor? by = null) =>
        answers.Office.Handler<RecordFeePaidHandler>(by ?? answers.Writer).HandleAsync(new RecordFeePaid(id ?? OfficeStories.NewCommand(), part, on, receipt), CancellationToken.None);

    private static async Task<IReadOnlyList<UnpaidLine>> SeenAsync(AnAnsweringOffice answers, Actor who) =>
        (await answers.Office.For<BelowOverviewQuery>(who).ReadAsync(CancellationToken.None))!.Unpaid;
}
