using Bimer.Blazor.Facts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

/// <summary>Random days of the shipped years against a plain walk that knows nothing of the code under test.</summary>
public sealed class DeadlineWalkTests
{
    private static readonly DateOnly First = new(2015, 1, 1);

    private readonly int _seed = Environment.TickCount;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deadlines_agree_with_walking_the_days(bool halfDayWorks)
    {
        var calendar = ACalendar.With(new CalendarRules(halfDayWorks));
        foreach (var received in RandomDays(1_500))
        {
            StatutoryDeadline.Of(LegalBasis.InformationAct, received, calendar).DueOn
                .Should().Be(NthWorkingDay(received, 15, halfDayWorks), "seed {0}: 4982 from {1:O}", _seed, received);
            StatutoryDeadline.Of(LegalBasis.PetitionAct, received, calendar).DueOn
                .Should().Be(NthWorkingDay(received.AddDays(29), 1, halfDayWorks: true), "seed {0}: 3071 from {1:O}", _seed, received);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Working_days_between_two_days_agree_with_counting_them(bool halfDayWorks)
    {
        var calendar = ACalendar.With(new CalendarRules(halfDayWorks));
        var random = new Random(_seed);
        foreach (var after in RandomDays(1_000))
        {
            var through = after.AddDays(random.Next(0, 400));
            var counted = Enumerable.Range(1, through.DayNumber - after.DayNumber).Count(i => Works(after.AddDays(i), halfDayWorks));
            calendar.WorkingDaysBetween(after, through).Should().Be(counted, "seed {0}: {1:O} to {2:O}", _seed, after, through);
            calendar.WorkingDaysBetween(through, after).Should().Be(-counted, "seed {0}: {1:O} to {2:O}", _seed, after, through);
        }
    }

    [Theory]
    [InlineData(LegalBasis.PetitionAct)]
    [InlineData(LegalBasis.InformationAct)]
    public void What_came_later_is_never_due_earlier(LegalBasis basis)
    {
        var before = DateOnly.MinValue;
        for (var day = First; day.Year < 2035; day = day.AddDays(1))
        {
            var due = StatutoryDeadline.Of(basis, day, ACalendar.Shipped).DueOn;
            due.Should().BeOnOrAfter(before, "received on {0:O}", day);
            before = due;
        }
    }

    [Fact]
    public void Every_ledger_replays_from_its_text_byte_for_byte()
    {
        foreach (var received in RandomDays(300))
        {
            foreach (var terms in Terms(received))
            {
                var ledger = DeadlineLedger.Of(terms, ACalendar.Shipped);
                var replayed = DeadlineLedger.Replay(ledger.ToText());

                replayed.ToText().Should().Be(ledger.ToText(), "seed {0}", _seed);
                replayed.Deadline.Should().Be(ledger.Deadline, "seed {0}", _seed);
                replayed.Entries.Should().Equal(ledger.Entries, "seed {0}: {1}", _seed, ledger.ToText());
            }
        }
    }

    private static IEnumerable<DeadlineTerms> Terms(DateOnly received)
    {
        yield return DeadlineTerms.Received(LegalBasis.PetitionAct, received);
        var plain = DeadlineTerms.Received(LegalBasis.InformationAct, received);
        yield return plain;
        yield return plain.Extend(received.AddDays(9), ACalendar.Shipped).Value!;
        foreach (var clock in Enum.GetValues<FeeClock>())
        {
            var notified = plain.NotifyFee(received.AddDays(5), clock, ACalendar.Shipped).Value!;
            yield return notified;
            yield return notified.PayFee(received.AddDays(16)).Value!;
        }
    }

    private IEnumerable<DateOnly> RandomDays(int count)
    {
        var random = new Random(_seed);
        return Enumerable.Range(0, count).Select(_ => First.AddDays(random.Next(0, 19 * 365)));
    }

    private static DateOnly NthWorkingDay(DateOnly after, int n, bool halfDayWorks)
    {
        for (var day = after.AddDays(1); ; day = day.AddDays(1))
            if (Works(day, halfDayWorks) && --n == 0) return day;
    }

    private static readonly ILookup<DateOnly, HolidayFact> Facts = FactBook.Shipped.Holidays.ToLookup(h => h.Date);

    private static bool Works(DateOnly day, bool halfDayWorks) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && Facts[day].All(h => halfDayWorks && h.Kind == HolidayKind.HalfDay);
}
