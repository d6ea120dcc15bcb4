using System.Threading.Channels;

namespace Bimer.Blazor.Live;

public sealed partial class LiveFeed
{
    /// <summary>One remembered ring, so that a burst is one refresh; nothing runs under a lock.</summary>
    private sealed class Subscription : IAsyncDisposable
    {
        /// <summary>The least time between two refreshes of one screen: a storm costs each circuit five renders a second.</summary>
        private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

        private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

        private readonly CancellationTokenSource _stop = new();
        private readonly LiveFeed _feed;
        private readonly IReadOnlyList<LiveTopic> _topics;
        private readonly Func<Task> _onChanged;
        private readonly Task _listening;
        private int _disposed;

        public Subscription(LiveFeed feed, IReadOnlyList<LiveTopic> topics, Func<Task> onChanged)
        {
            (_feed, _topics, _onChanged) = (feed, topics, onChanged);
            // The listener must not inherit the caller's dispatcher: the callback enters it by itself.
            _listening = Task.Run(ListenAsync);
        }

        public void Ring() => _bell.Writer.TryWrite(true);

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
            _feed.Forget(this, _topics);
            await _stop.CancelAsync();
            await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }

        private async Task ListenAsync()
        {
            await foreach (var _ in _bell.Reader.ReadAllAsync(_stop.Token))
            {
                try
                {
                    await _onChanged();
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogFailedRefresh(_feed._logger, fault);
                }

                await Task.Delay(Breath, _feed._clock, _stop.Token);
            }
        }
    }
}
