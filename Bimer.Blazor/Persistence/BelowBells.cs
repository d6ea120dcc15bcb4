using Bimer.Blazor.Live;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Rings for those who look at a whole subtree, wherever in it something changed. Their reads are the dearest of all and the country
/// never stands still: the first change rings at once, what follows is gathered and rings together.
/// </summary>
public sealed class BelowBells(LiveFeed feed, UnitDirectory units, TimeProvider clock) : IDisposable
{
    /// <summary>The least time between two rounds of bells.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly HashSet<UnitId> _touched = [];
    private ITimer? _breathing;

    /// <param name="touched">Where something changed that a row or a number shows.</param>
    public void Ring(IReadOnlyCollection<UnitId> touched)
    {
        LiveTopic[] heard = [.. TopicsOf(touched).Where(feed.IsHeard)];
        if (heard.Length == 0) return;
        lock (_lock)
        {
            if (_breathing is not null)
            {
                _touched.UnionWith(touched);
                return;
            }

            _breathing = clock.CreateTimer(_ => BreatheOut(), null, Breath, Timeout.InfiniteTimeSpan);
        }

        feed.Publish(heard);
    }

    /// <summary>What must not stay on a screen waits for no breath.</summary>
    public void RingNow(IReadOnlyCollection<UnitId> touched) => feed.Publish(TopicsOf(touched));

    public void Dispose()
    {
        lock (_lock) _breathing?.Dispose();
    }

    private void BreatheOut()
    {
        UnitId[] gathered;
        lock (_lock)
        {
            _breathing?.Dispose();
            _breathing = null;
            gathered = [.. _touched];
            _touched.Clear();
        }

        Ring(gathered);
    }

    private IEnumerable<LiveTopic> TopicsOf(IEnumerable<UnitId> touched) => touched.SelectMany(unit => units.LineageOf(unit).SelfAndAbove).Distinct().Select(LiveTopic.Below);
}
