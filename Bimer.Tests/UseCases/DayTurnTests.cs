using Bimer.Blazor.Live;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The bell of the day: at midnight in Istanbul, and at 13.00 where a half day ends.</summary>
public sealed class DayTurnTests
{
    [Theory]
    [InlineData("2026-11-23T20:00", "2026-11-23T23:59:59", 0)]
    [InlineData("2026-11-23T20:00", "2026-11-24T00:00:00", 1)]
    [InlineData("2026-10-28T12:00", "2026-10-28T12:59:59", 0)]
    [InlineData("2026-10-28T12:00", "2026-10-28T13:00:00", 1)]
    [InlineData("2026-10-27T12:00", "2026-10-27T14:00:00", 0)]
    public async Task It_rings_when_the_day_turns_and_at_no_other_time(string from, string until, int rings)
    {
        var clock = new TestClock(Istanbul(from));
        var feed = new LiveFeed(TimeProvider.System, NullLogger<LiveFeed>.Instance);
        var heard = 0;
        await using var ear = feed.Subscribe([LiveTopic.Day], () => { Interlocked.Increment(ref heard); return Task.CompletedTask; });
        using var turn = new DayTurn(feed, ACalendar.Shipped, clock);
        await turn.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => clock.WaitingTimers == 1, "it rests");

        clock.Sleep(Istanbul(until) - clock.GetUtcNow());

        await Eventually.TrueAsync(() => heard >= rings && clock.WaitingTimers == 1, "it looked and rests again");
        heard.Should().Be(rings);
        await turn.StopAsync(CancellationToken.None);
    }

    private static DateTimeOffset Istanbul(string local) =>
        new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(3)).ToUniversalTime();
}
