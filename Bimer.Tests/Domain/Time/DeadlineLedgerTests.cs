using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

public sealed class DeadlineLedgerTests
{
    private static readonly DateOnly May18 = new(2026, 5, 18);

    [Fact]
    public void The_ledger_explains_a_request_received_before_Kurban_day_by_day()
    {
        var ledger = Ledger(LegalBasis.InformationAct, new CalendarRules());

        ledger.Entries[0].Should().Be(new LedgerEntry(May18, 0, 0, LedgerReason.Receipt, "4982 m.11"));
        ledger.Entries[1].Should().Be(new LedgerEntry(new(2026, 5, 19), 0, 0, LedgerReason.Holiday, "2429 m.2/A"));
        ledger.Entries[2].Should().Be(new LedgerEntry(new(2026, 5, 20), 1, 1, LedgerReason.Working, "4982 m.11"));
        ledger.Entries[5].Should().Be(new LedgerEntry(new(2026, 5, 23), 0, 3, LedgerReason.Weekend, "657 m.99"));
        ledger.Entries[8].Should().Be(new LedgerEntry(new(2026, 5, 26), 1, 5, LedgerReason.HalfDay, "2429 m.2/B-2"));
        ledger.Entries[^1].Should().Be(new LedgerEntry(new(2026, 6, 12), 1, 15, LedgerReason.Working, "4982 m.11"));
    }

    [Fact]
    public void Its_text_is_one_line_that_names_every_day() =>
        Ledger(LegalBasis.InformationAct, new CalendarRules()).ToText().Should().Be(
            "1|4982|2026-05-18||||restart|1|0|rtWWWssWHttttsWWWWWssWWWWW|"
            + "2429 m.2/A;2429 m.2/B-2;2429 m.2/B-2;2429 m.2/B-2;2429 m.2/B-2;2429 m.2/B-2|2026-06-12T21:00Z");

    [Fact]
    public void A_half_day_that_does_not_count_is_shown_with_weight_nought()
    {
        var ledger = Ledger(LegalBasis.InformationAct, new CalendarRules(HalfDayWorks: false));

        ledger.Entries[8].Should().Be(new LedgerEntry(new(2026, 5, 26), 0, 4, LedgerReason.HalfDay, "2429 m.2/B-2"));
        ledger.Deadline.DueOn.Should().Be(new DateOnly(2026, 6, 15));
        DeadlineLedger.Replay(ledger.ToText()).Rules.HalfDayWorks.Should().BeFalse();
    }

    [Fact]
    public void A_petition_counts_every_day_and_moves_its_last_one()
    {
        var entries = DeadlineLedger.Of(DeadlineTerms.Received(LegalBasis.PetitionAct, new(2026, 4, 29)), ACalendar.Shipped).Entries;

        entries.Where(e => e.Weight == 1).Should().HaveCount(30);
        entries.Skip(31).Select(e => (e.Weight, e.Why)).Should().Equal(
            (0, LedgerReason.Holiday), (0, LedgerReason.Weekend), (0, LedgerReason.Working));
    }

    [Fact]
    public void A_ledger_outlives_a_change_of_the_holiday_table()
    {
        var then = Ledger(LegalBasis.InformationAct, new CalendarRules()).ToText();
        var now = ACalendar.With(new CalendarRules(), new Holiday(new(2026, 6, 10), "Yeni tatil", HolidayKind.FullDay, "2429 m.9"));

        StatutoryDeadline.Of(LegalBasis.InformationAct, May18, now).DueOn.Should().Be(new DateOnly(2026, 6, 15));
        DeadlineLedger.Replay(then).Deadline.DueOn.Should().Be(new DateOnly(2026, 6, 12));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2|4982|2026-05-18||||restart|1|0|rWWWWWWWWWWWWWWW||2026-06-02T21:00Z")]
    [InlineData("1|4983|2026-05-18||||restart|1|0|rWWWWWWWWWWWWWWW||2026-06-02T21:00Z")]
    [InlineData("1|4982|2026-05-18||||restart|1|0|rWWWWWWWWWWWWWW||2026-06-01T21:00Z")]
    [InlineData("1|4982|2026-05-18||||restart|1|0|rWWWWWWWWWWWWWWW||2026-06-03T21:00Z")]
    [InlineData("1|4982|2026-05-18||||restart|1|0|rXWWWWWWWWWWWWWW||2026-06-02T21:00Z")]
    [InlineData("1|4982|2026-05-18||||restart|1|0|rtWWWWWWWWWWWWWWW||2026-06-03T21:00Z")]
    [InlineData("1|4982|2026-05-18||||restart|1|0|rWWWWWWWWWWWWWWW|2429 m.1|2026-06-02T21:00Z")]
    [InlineData("1|4982|18.05.2026||||restart|1|0|rWWWWWWWWWWWWWWW||2026-06-02T21:00Z")]
    [InlineData("1|4982|2026-05-18||||restart|2|0|rWWWWWWWWWWWWWWW||2026-06-02T21:00Z")]
    public void A_text_that_does_not_add_up_is_not_replayed(string text) =>
        FluentActions.Invoking(() => DeadlineLedger.Replay(text)).Should().Throw<FormatException>();

    private static DeadlineLedger Ledger(LegalBasis basis, CalendarRules rules) =>
        DeadlineLedger.Of(DeadlineTerms.Received(basis, May18), ACalendar.With(rules));
}
