using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

/// <summary>What a person may decide about a day, and how the table follows.</summary>
public sealed class HolidayRulingTests
{
    private static readonly DateOnly Today = new(2026, 3, 2), June10 = new(2026, 6, 10), May19 = new(2026, 5, 19);

    [Fact]
    public void A_day_becomes_a_holiday_and_later_none_again()
    {
        var table = ACalendar.TableWith();
        var added = table.With([Of(June10, HolidayKind.FullDay).Value!]);

        added.On(June10)!.Name.Should().Be("Yas günü");
        added.With([HolidayRuling.Of(June10, null, "", "", added, Today).Value!]).On(June10).Should().BeNull();
        table.On(June10).Should().BeNull("a table never changes");
    }

    [Fact]
    public void A_decision_takes_the_place_of_all_the_table_said_of_the_day() =>
        ACalendar.TableWith().With([Of(new(2022, 5, 1), HolidayKind.HalfDay).Value!]).AllOn(new(2022, 5, 1)).Should().ContainSingle(h => h.Kind == HolidayKind.HalfDay);

    [Theory]
    [InlineData("", "2429 m.2")]
    [InlineData("  ", "2429 m.2")]
    [InlineData("Yas günü", "")]
    [InlineData("Yas günü", "2429|m.2")]
    [InlineData("Yas günü", "2429; m.2")]
    [InlineData("Yas\ngünü", "2429 m.2")]
    public void A_holiday_without_a_name_or_with_a_separator_is_refused(string name, string article) =>
        HolidayRuling.Of(June10, HolidayKind.FullDay, name, article, ACalendar.TableWith(), Today).Refusal.Should().Be(new Refusal.HolidayUnnamed(80, 40));

    [Theory]
    [InlineData(2005)]
    [InlineData(2047)]
    public void A_day_too_far_away_is_refused(int year) => Of(new(year, 1, 1), HolidayKind.FullDay).Refusal.Should().BeOfType<Refusal.DayOutOfRange>();

    [Fact]
    public void What_the_table_says_already_is_refused()
    {
        HolidayRuling.Of(June10, null, "", "", ACalendar.TableWith(), Today).Refusal.Should().Be(new Refusal.HolidayIsSo(June10));
        var known = ACalendar.TableWith().On(May19)!;
        HolidayRuling.Of(May19, known.Kind, known.Name, known.Article, ACalendar.TableWith(), Today).Refusal.Should().Be(new Refusal.HolidayIsSo(May19));
    }

    [Fact]
    public void A_calendar_follows_its_table_and_what_was_taken_of_it_does_not()
    {
        var calendar = ACalendar.With(new CalendarRules());
        var before = calendar.AsItStands;

        calendar.Adopt(calendar.Holidays.With([Of(June10, HolidayKind.FullDay).Value!]));

        (calendar.IsWorkingDay(June10), before.IsWorkingDay(June10)).Should().Be((false, true));
        (calendar.WorkingDaysBetween(Today, June10.AddDays(1)) + 1).Should().Be(before.WorkingDaysBetween(Today, June10.AddDays(1)));
    }

    private static Outcome<HolidayRuling> Of(DateOnly day, HolidayKind kind) => HolidayRuling.Of(day, kind, "Yas günü", "Karar 2026/1", ACalendar.TableWith(), Today);
}
