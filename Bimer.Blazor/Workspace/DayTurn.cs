using Bimer.Blazor.Live;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// Rings when the day changes in Istanbul and when a half day ends: from then on what is left of every legal time is told in other words,
/// on screens that nobody touches too.
/// </summary>
public sealed class DayTurn(LiveFeed feed, WorkingCalendar calendar, TimeProvider clock) : BackgroundService
{
    /// <summary>A machine that slept, or whose clock was set, hears of the new day within this.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var part = PartOf(clock.GetUtcNow()); !stoppingToken.IsCancellationRequested;)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(RestFrom(now), clock, stoppingToken);
            var next = PartOf(clock.GetUtcNow());
            if (next == part) continue;
            part = next;
            feed.Publish(LiveTopic.Day);
        }
    }

    private (DateOnly Day, bool IsOver) PartOf(DateTimeOffset now)
    {
        var day = IstanbulTime.LegalDay(now);
        return (day, now >= calendar.EndOf(day));
    }

    private TimeSpan RestFrom(DateTimeOffset now)
    {
        var day = IstanbulTime.LegalDay(now);
        var end = calendar.EndOf(day);
        var left = (now < end ? end : IstanbulTime.EndOf(day)) - now;
        return left < LongestRest ? left : LongestRest;
    }
}
