using Bimer.Blazor.Dispatch;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Dispatch;

/// <summary>A stop and the first byte of a body: whichever comes first is the only one of the two that happened.</summary>
public sealed class StoppableUntilStartedTests
{
    [Fact]
    public void A_stop_ends_what_has_not_started_and_nothing_starts_after_it()
    {
        using var stopping = new CancellationTokenSource();
        using var attempt = new StoppableUntilStarted(stopping.Token);

        stopping.Cancel();

        attempt.Token.IsCancellationRequested.Should().BeTrue();
        attempt.Invoking(a => a.Start()).Should().Throw<OperationCanceledException>();
        attempt.HasStarted.Should().BeFalse();
    }

    [Fact]
    public void What_has_started_is_not_stopped()
    {
        using var stopping = new CancellationTokenSource();
        using var attempt = new StoppableUntilStarted(stopping.Token);

        attempt.Start();
        stopping.Cancel();

        (attempt.HasStarted, attempt.Token.IsCancellationRequested).Should().Be((true, false));
    }

    [Fact]
    public async Task Of_both_in_one_instant_one_wins()
    {
        for (var round = 0; round < 500; round++)
        {
            using var stopping = new CancellationTokenSource();
            using var attempt = new StoppableUntilStarted(stopping.Token);
            using var line = new Barrier(2);
            var stop = Task.Run(() =>
            {
                line.SignalAndWait();
                stopping.Cancel();
            });
            var start = Task.Run(() =>
            {
                line.SignalAndWait();
                attempt.Start();
            });

            await stop;
            await start.ContinueWith(_ => { }, TaskScheduler.Default);

            (start.IsFaulted || start.IsCanceled).Should().Be(attempt.Token.IsCancellationRequested);
            attempt.HasStarted.Should().Be(!attempt.Token.IsCancellationRequested);
        }
    }
}
