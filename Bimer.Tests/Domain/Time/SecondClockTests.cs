using Bimer.Blazor.Facts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

/// <summary>The second clock of a request that was sent on to another institution (4982 m.7).</summary>
public sealed class SecondClockTests
{
    private static readonly ILookup<DateOnly, HolidayFact> _facts = FactBook.Shipped.Holidays.ToLookup(h => h.Date);
    private static readonly CalendarRules _rules = new();

    [Theory]
    [InlineData("2026-11-02", "2026-11-02", "2026-11-23", "2026-11-23", "4982 m.7, m.11: aynı gün gönderildi, iki süre birdir")]
    [InlineData("2026-11-02", "2026-11-03", "2026-11-23", "2026-11-24", "4982 m.7, m.11: ertesi gün ulaştı, on beş iş günü o günden")]
    [InlineData("2026-11-02", "2026-11-23", "2026-11-23", "2026-12-14", "4982 m.7, m.11: son gün ulaştı; alarm o gün çalar, yasal süre yeni başlar")]
    [InlineData("2026-05-04", "2026-05-18", "2026-05-26", "2026-06-12", "4982 m.7; 2429 m.2/A, m.2/B: 19 Mayıs ve Kurban Bayramı ikinci sürede sayılmaz")]
    [InlineData("2026-02-27", "2026-03-05", "2026-03-23", "2026-03-27", "4982 m.7; 2429 m.2/B: Ramazan Bayramı iki sürede de sayılmaz")]
    [InlineData("2025-12-15", "2025-12-31", "2026-01-06", "2026-01-22", "4982 m.7; 2429 m.2/C: 1 Ocak sayılmaz, yıl sonu")]
    [InlineData("2026-11-02", "2026-11-07", "2026-11-23", "2026-11-27", "4982 m.7: cumartesi ulaştı, ilk gün pazartesi")]
    public void The_second_runs_from_the_arrival_and_the_first_stays(string received, string arrived, string due, string legal, string source)
    {
        var deadline = StatutoryDeadline.Of(At(Day(received), Day(arrived)), ACalendar.Shipped);

        (deadline.DueOn, deadline.LegalDueOn).Should().Be((Day(due), Day(legal)), source);
        NthWorkingDay(Day(arrived), 15).Should().Be(Day(legal), source);
        StatutoryDeadline.Of(At(Day(received), Day(arrived), arrivalIsLegal: false), ACalendar.Shipped).LegalDueOn.Should().Be(Day(due), "the setting makes the receipt the law's");
    }

    [Fact]
    public void Random_days_agree_with_walking_them_and_replay_byte_for_byte()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < 600; i++)
        {
            var received = new DateOnly(2015, 1, 1).AddDays(random.Next(0, 18 * 365));
            var arrived = received.AddDays(random.Next(0, 40));
            foreach (var before in Stories(received, random))
            {
                var ledger = DeadlineLedger.Of(before.Arriving(arrived, _rules with { ArrivalIsLegal = i % 2 == 0 }), ACalendar.Shipped);
                var alone = DeadlineLedger.Of(before, ACalendar.Shipped);

                ledger.Entries.Should().Equal(alone.Entries, "seed {0}: the clock of the receipt knows nothing of it", seed);
                ledger.Deadline.LegalDueOn.Should().Be(i % 2 == 0 ? Walked(before, arrived) ?? alone.Deadline.DueOn : alone.Deadline.DueOn, "seed {0}: {1}", seed, ledger.ToText());
                ledger.Deadline.LegalDueOn.Should().BeOnOrAfter(ledger.Deadline.DueOn, "seed {0}", seed);
                var replayed = DeadlineLedger.Replay(ledger.ToText());
                (replayed.ToText(), replayed.Deadline).Should().Be((ledger.ToText(), ledger.Deadline), "seed {0}", seed);
                replayed.ArrivalEntries.Should().Equal(ledger.ArrivalEntries, "seed {0}", seed);
                DeadlineLedger.Of(replayed.Terms.Arriving(null, _rules), ACalendar.Shipped).ToText().Should().Be(alone.ToText(), "taken back nothing is left of it");
            }
        }
    }

    [Fact]
    public void Its_text_holds_both_clocks_and_the_old_text_is_what_it_was()
    {
        var terms = At(new(2026, 11, 2), new(2026, 11, 4));
        DeadlineLedger.Of(terms, ACalendar.Shipped).ToText().Should().Be(
            "3|4982|2026-11-02||||restart|1|0|rWWWWssWWWWWssWWWWWssW||2026-11-23T21:00Z|2026-11-04|arrival|vWWssWWWWWssWWWWWssWWW||2026-11-25T21:00Z");
        DeadlineLedger.Of(DeadlineTerms.Received(LegalBasis.InformationAct, new(2026, 11, 2)), ACalendar.Shipped).ToText().Should().StartWith("1|4982|");
    }

    [Theory]
    [InlineData("3|4982|2026-11-02||||restart|1|0|rWWWWssWWWWWssWWWWWssW||2026-11-23T21:00Z|2026-11-04|arrival|vWWssWWWWWssWWWWWssWW||2026-11-24T21:00Z")]
    [InlineData("3|4982|2026-11-02||||restart|1|0|rWWWWssWWWWWssWWWWWssW||2026-11-23T21:00Z|2026-11-04|other|vWWssWWWWWssWWWWWssWWW||2026-11-25T21:00Z")]
    [InlineData("3|4982|2026-11-02||||restart|1|0|rWWWWssWWWWWssWWWWWssW||2026-11-23T21:00Z|2026-10-30|arrival|vWWssWWWWWssWWWWWssWWW||2026-11-25T21:00Z")]
    [InlineData("3|4982|2026-11-02||||restart|1|0|rWWWWssWWWWWssWWWWWssW||2026-11-23T21:00Z|2026-11-04|arrival|||")]
    [InlineData("3|4982|2026-11-02||||restart|1|0|rWWWWssWWWWWssWWWWWssW||2026-11-23T21:00Z|2026-11-04|arrival|rWWssWWWWWssWWWWWssWWW||2026-11-25T21:00Z")]
    [InlineData("3|4982|2026-11-02||||restart|1|0|rWWWWssWWWWWssWWWWWssW||2026-11-23T21:00Z")]
    public void A_second_clock_that_does_not_add_up_is_not_replayed(string text) =>
        FluentActions.Invoking(() => DeadlineLedger.Replay(text)).Should().Throw<FormatException>();

    [Fact]
    public void What_is_told_in_time_is_told_within_the_legal_time()
    {
        var terms = At(new(2026, 11, 2), new(2026, 11, 16));   // by the receipt until the 23rd, by law until 7 December
        terms.Extend(new(2026, 12, 7), ACalendar.Shipped).Value!.ExtendedOn.Should().Be(new DateOnly(2026, 12, 7));
        terms.Extend(new(2026, 12, 8), ACalendar.Shipped).Refusal.Should().Be(new Refusal.ExtensionTooLate(new(2026, 12, 7)));
        terms.NotifyFee(new(2026, 12, 7), FeeClock.Restart, ACalendar.Shipped).Value!.AwaitsFee.Should().BeTrue();
        At(new(2026, 11, 2), new(2026, 11, 16), arrivalIsLegal: false).Extend(new(2026, 11, 24), ACalendar.Shipped).Refusal.Should().Be(new Refusal.ExtensionTooLate(new(2026, 11, 23)));
    }

    [Fact]
    public void A_petition_has_one_clock_and_what_was_in_force_at_the_arrival_stays()
    {
        var petition = DeadlineTerms.Received(LegalBasis.PetitionAct, new(2026, 11, 2));
        petition.Arriving(new(2026, 11, 4), _rules).Should().Be(petition);
        At(new(2026, 11, 2), new(2026, 11, 4), arrivalIsLegal: false).Arriving(new(2026, 11, 3), _rules).ArrivalIsLegal.Should().BeFalse();
    }

    private static DeadlineTerms At(DateOnly received, DateOnly arrived, bool arrivalIsLegal = true) =>
        DeadlineTerms.Received(LegalBasis.InformationAct, received).Arriving(arrived, _rules with { ArrivalIsLegal = arrivalIsLegal });

    private static IEnumerable<DeadlineTerms> Stories(DateOnly received, Random random)
    {
        var plain = DeadlineTerms.Received(LegalBasis.InformationAct, received);
        yield return plain;
        yield return plain.Extend(received.AddDays(9), ACalendar.Shipped).Value!;
        var told = plain.NotifyFee(received.AddDays(random.Next(0, 15)), random.Next(2) == 0 ? FeeClock.Restart : FeeClock.Resume, ACalendar.Shipped).Value!;
        yield return told;
        yield return told.PayFee(told.FeeNoticeOn!.Value.AddDays(random.Next(0, 20))).Value!;
    }

    /// <summary>With a counter in the hand; none while the fee is awaited.</summary>
    private static DateOnly? Walked(DeadlineTerms terms, DateOnly arrived)
    {
        if (terms.AwaitsFee) return null;
        var (limit, counted) = (terms.ExtendedOn is null ? 15 : 30, 0);
        for (var day = arrived.AddDays(1); ; day = day.AddDays(1))
        {
            var isPaused = day > terms.FeeNoticeOn && day <= terms.FeePaidOn;
            if (day.AddDays(-1) == terms.FeePaidOn) counted = terms.FeeClock == FeeClock.Restart ? 0 : Math.Min(counted, limit - 1);
            if (!isPaused && Works(day) && ++counted >= limit && !(day <= terms.FeeNoticeOn)) return day;
        }
    }

    private static DateOnly NthWorkingDay(DateOnly after, int n)
    {
        for (var day = after.AddDays(1); ; day = day.AddDays(1))
            if (Works(day) && --n == 0) return day;
    }

    private static bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && _facts[day].All(h => h.Kind == HolidayKind.HalfDay);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", System.Globalization.CultureInfo.InvariantCulture);
}
