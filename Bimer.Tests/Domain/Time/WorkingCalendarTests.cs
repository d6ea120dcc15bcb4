using System.Globalization;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-05-25", DayKind.Working)]
    [InlineData("2026-05-26", DayKind.HalfDay)]
    [InlineData("2026-05-27", DayKind.Holiday)]
    [InlineData("2026-05-30", DayKind.Holiday)]   // Saturday, fourth day of Kurban
    [InlineData("2026-05-31", DayKind.Weekend)]
    [InlineData("2024-06-15", DayKind.Weekend)]   // an eve on a Saturday
    [InlineData("2022-05-01", DayKind.Holiday)]   // 1 May and an eve on one Sunday
    [InlineData("2016-07-15", DayKind.Working)]   // a holiday only from 2017 on
    [InlineData("2017-07-15", DayKind.Holiday)]
    [InlineData("2040-04-23", DayKind.Working)]   // beyond the table
    public void Each_day_is_what_law_2429_makes_of_it(string day, DayKind kind) => ACalendar.Shipped.KindOf(Day(day)).Should().Be(kind);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Administrative_leave_is_a_working_day_unless_switched_on(bool free, bool works)
    {
        var calendar = ACalendar.With(new CalendarRules(AdministrativeLeaveFree: free), ACalendar.Leave("2026-05-25"));

        calendar.IsWorkingDay(Day("2026-05-25")).Should().Be(works);
        calendar.WorkingDaysBetween(Day("2026-05-22"), Day("2026-05-26")).Should().Be(works ? 2 : 1);
    }

    [Fact]
    public void Leave_on_an_eve_does_not_make_the_eve_a_whole_day() =>
        ACalendar.With(new CalendarRules(), ACalendar.Leave("2026-05-26")).KindOf(Day("2026-05-26")).Should().Be(DayKind.HalfDay);

    [Fact]
    public void Leave_that_is_free_takes_the_morning_of_an_eve_too()
    {
        var calendar = ACalendar.With(new CalendarRules(AdministrativeLeaveFree: true), ACalendar.Leave("2026-05-26"));

        calendar.KindOf(Day("2026-05-26")).Should().Be(DayKind.AdministrativeLeave);
        calendar.IsWorkingDay(Day("2026-05-26")).Should().BeFalse();
        calendar.HolidayOn(Day("2026-05-26"))!.Article.Should().Be("Genelge 2026/5");
    }

    [Fact]
    public void Working_days_are_added_from_the_day_after()
    {
        ACalendar.Shipped.AddWorkingDays(Day("2026-05-22"), 1).Should().Be(Day("2026-05-25"));
        ACalendar.Shipped.AddWorkingDays(Day("2026-05-26"), 1).Should().Be(Day("2026-06-01"));
        ACalendar.Shipped.AddWorkingDays(Day("2026-05-23"), 0).Should().Be(Day("2026-05-23"));
        ACalendar.Shipped.OnOrAfter(Day("2026-05-27")).Should().Be(Day("2026-06-01"));
        ACalendar.Shipped.NextWorkingDay(Day("2026-05-25")).Should().Be(Day("2026-05-26"));
    }

    [Theory]
    [InlineData("2033-12-31", false)]
    [InlineData("2034-01-01", true)]
    public void The_table_runs_out_when_less_than_two_years_lie_ahead(string today, bool runsOut) =>
        ACalendar.TableWith().RunsOut(Day(today)).Should().Be(runsOut);

    [Fact]
    public void An_empty_table_has_run_out_and_knows_weekends()
    {
        var empty = new HolidayTable([]);

        empty.RunsOut(Day("2026-01-01")).Should().BeTrue();
        new WorkingCalendar(empty, new CalendarRules()).WorkingDaysBetween(Day("2026-05-17"), Day("2026-05-31")).Should().Be(10);
    }

    [Fact]
    public void An_article_that_would_break_the_ledgers_text_is_not_taken() =>
        FluentActions.Invoking(() => new HolidayTable([new Holiday(Day("2026-01-01"), "x", HolidayKind.FullDay, "a|b")]))
            .Should().Throw<ArgumentException>();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
