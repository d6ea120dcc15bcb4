using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Given.Proofs;

public sealed class TestClockProofs
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_delay_ends_when_its_time_has_passed_and_not_a_tick_before()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(5), _clock);

        _clock.Pass(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        delay.IsCompleted.Should().BeFalse();
        _clock.Pass(TimeSpan.FromTicks(1));

        await delay;
        _clock.WaitingTimers.Should().Be(0);
    }

    [Fact]
    public async Task A_periodic_timer_ticks_once_for_each_period_it_is_awaited()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), _clock);

        for (var round = 0; round < 3; round++)
        {
            var tick = timer.WaitForNextTickAsync();
            tick.IsCompleted.Should().BeFalse();
            _clock.Pass(TimeSpan.FromHours(1));
            (await tick).Should().BeTrue();
        }
    }

    [Fact]
    public void Timers_fire_in_their_order_and_see_their_own_instant()
    {
        var start = _clock.GetUtcNow();
        var seen = new List<(string Name, TimeSpan After)>();
        using var late = _clock.CreateTimer(_ => seen.Add(("late", _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);
        using var early = _clock.CreateTimer(_ => seen.Add(("early", _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7));

        _clock.Pass(TimeSpan.FromSeconds(20));

        seen.Should().Equal(
            ("early", TimeSpan.FromSeconds(7)), ("early", TimeSpan.FromSeconds(14)), ("late", TimeSpan.FromSeconds(20)));
        (_clock.GetUtcNow() - start).Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void What_fell_due_while_the_machine_slept_fires_once_and_goes_on_from_there()
    {
        var start = _clock.GetUtcNow();
        var seen = new List<(string Name, TimeSpan After)>();
        using var once = _clock.CreateTimer(_ => seen.Add(("once", _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(8), Timeout.InfiniteTimeSpan);
        using var ticking = _clock.CreateTimer(_ => seen.Add(("ticking", _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7));
        using var later = _clock.CreateTimer(_ => seen.Add(("later", _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(21), Timeout.InfiniteTimeSpan);

        _clock.Sleep(TimeSpan.FromSeconds(20));
        seen.Should().Equal(("ticking", TimeSpan.FromSeconds(20)), ("once", TimeSpan.FromSeconds(20)));

        _clock.Pass(TimeSpan.FromSeconds(7));
        seen.Skip(2).Should().Equal(("later", TimeSpan.FromSeconds(21)), ("ticking", TimeSpan.FromSeconds(27)));
    }

    [Fact]
    public async Task A_cancelled_delay_leaves_no_timer_behind()
    {
        using var stop = new CancellationTokenSource();
        var delay = Task.Delay(TimeSpan.FromDays(1), _clock, stop.Token);
        _clock.WaitingTimers.Should().Be(1);

        await stop.CancelAsync();

        await FluentActions.Awaiting(() => delay).Should().ThrowAsync<OperationCanceledException>();
        _clock.WaitingTimers.Should().Be(0);
    }

    [Fact]
    public async Task Something_that_never_becomes_true_says_what_was_waited_for()
    {
        var waiting = () => Eventually.TrueAsync(() => false, "the second officer sees the case", TimeSpan.FromMilliseconds(50));

        (await waiting.Should().ThrowAsync<TimeoutException>()).WithMessage("*the second officer sees the case*");
    }
}
