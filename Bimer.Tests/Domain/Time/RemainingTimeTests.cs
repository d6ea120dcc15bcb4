using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

public sealed class RemainingTimeTests
{
    /// <summary>Received on Wednesday 11 November 2026, due on Friday 11 December.</summary>
    [Theory]
    [InlineData("2026-11-23T09:00", 18, 14, DeadlineState.Calm)]
    [InlineData("2026-12-05T23:59", 6, 5, DeadlineState.Calm)]
    [InlineData("2026-12-06T00:00", 5, 5, DeadlineState.Near)]
    [InlineData("2026-12-10T23:59", 1, 1, DeadlineState.Near)]
    [InlineData("2026-12-11T00:00", 0, 0, DeadlineState.LastDay)]
    [InlineData("2026-12-11T23:59", 0, 0, DeadlineState.LastDay)]
    [InlineData("2026-12-12T00:00", -1, 0, DeadlineState.Late)]
    [InlineData("2026-12-16T12:00", -5, -3, DeadlineState.Late)]
    public void A_petition_is_told_in_calendar_days(string istanbul, int calendarDays, int workingDays, DeadlineState state)
    {
        var left = Left(LegalBasis.PetitionAct, "2026-11-11", istanbul);

        left.Should().Be(new RemainingTime(LegalBasis.PetitionAct, calendarDays, workingDays, state));
        left.Days.Should().Be(calendarDays);
        left.DaysLate.Should().Be(Math.Max(0, -calendarDays));
    }

    /// <summary>Received on Monday 18 May 2026, due on Friday 12 June.</summary>
    [Theory]
    [InlineData("2026-06-08T12:00", 4, DeadlineState.Calm)]
    [InlineData("2026-06-09T12:00", 3, DeadlineState.Near)]
    [InlineData("2026-06-12T12:00", 0, DeadlineState.LastDay)]
    [InlineData("2026-06-14T12:00", 0, DeadlineState.Late)]
    [InlineData("2026-06-15T12:00", -1, DeadlineState.Late)]
    public void An_information_request_is_told_in_working_days(string istanbul, int days, DeadlineState state)
    {
        var left = Left(LegalBasis.InformationAct, "2026-05-18", istanbul);

        (left.Days, left.State, left.DaysLate).Should().Be((days, state, -Math.Min(0, days)));
    }

    /// <summary>Received on Monday 4 May 2026, due on the eve of Kurban, Tuesday 26 May, at 13.00.</summary>
    [Theory]
    [InlineData("2026-05-25T23:59:59", DeadlineState.Near)]
    [InlineData("2026-05-26T00:00:00", DeadlineState.LastDayUntilNoon)]
    [InlineData("2026-05-26T12:59:59", DeadlineState.LastDayUntilNoon)]
    [InlineData("2026-05-26T13:00:00", DeadlineState.Late)]
    public void A_last_day_that_is_a_half_day_ends_at_one_o_clock(string istanbul, DeadlineState state)
    {
        var left = Left(LegalBasis.InformationAct, "2026-05-04", istanbul);

        (left.State, left.DaysLate).Should().Be((state, 0));
    }

    [Fact]
    public void The_limits_of_near_are_settings()
    {
        var deadline = StatutoryDeadline.Of(LegalBasis.PetitionAct, new(2026, 11, 11), ACalendar.Shipped);
        var now = Istanbul("2026-12-01T09:00");

        RemainingTime.Of(deadline, ACalendar.Shipped, new NearDue(CalendarDays: 10), now).State.Should().Be(DeadlineState.Near);
        RemainingTime.Of(deadline, ACalendar.Shipped, new NearDue(CalendarDays: 9), now).State.Should().Be(DeadlineState.Calm);
    }

    private static RemainingTime Left(LegalBasis basis, string receivedOn, string istanbul) => RemainingTime.Of(
        StatutoryDeadline.Of(basis, DateOnly.ParseExact(receivedOn, "O", CultureInfo.InvariantCulture), ACalendar.Shipped),
        ACalendar.Shipped, new NearDue(), Istanbul(istanbul));

    private static DateTimeOffset Istanbul(string local) =>
        new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(3)).ToUniversalTime();
}
