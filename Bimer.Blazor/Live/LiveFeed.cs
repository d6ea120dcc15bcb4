using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Bimer.Blazor.Live;

/// <summary>
/// The bell: tells open screens that something they show has changed, so that each re-reads its own query with its own rights.
/// A bell may be lost; a screen that missed one is stale, never wrong.
/// </summary>
public sealed partial class LiveFeed(TimeProvider clock, ILogger<LiveFeed> logger)
{
    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private readonly ConcurrentDictionary<LiveTopic, ImmutableHashSet<Subscription>> _listeners = new();

    /// <summary>Calls back after any of the topics rang, at once when idle, then at most once a breath; dispose to stop.</summary>
    public IAsyncDisposable Subscribe(IReadOnlyList<LiveTopic> topics, Func<Task> onChanged)
    {
        var subscription = new Subscription(this, topics, onChanged);
        foreach (var topic in topics)
        {
            _listeners.AddOrUpdate(topic, _ => [subscription], (_, present) => present.Add(subscription));
        }

        return subscription;
    }

    /// <summary>Somebody would hear it.</summary>
    public bool IsHeard(LiveTopic topic) => _listeners.ContainsKey(topic);

    public void Publish(IEnumerable<LiveTopic> topics)
    {
        foreach (var topic in topics)
        {
            if (!_listeners.TryGetValue(topic, out var present)) continue;
            foreach (var subscription in present) subscription.Ring();
        }
    }

    public void Publish(LiveTopic topic) => Publish([topic]);

    private void Forget(Subscription subscription, IEnumerable<LiveTopic> topics)
    {
        foreach (var topic in topics)
        {
            var left = _listeners.AddOrUpdate(topic, _ => [], (_, present) => present.Remove(subscription));
            // Removed only if still empty: somebody may have subscribed in between.
            if (left.IsEmpty) _listeners.TryRemove(KeyValuePair.Create(topic, left));
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "A screen could not refresh itself after a bell")]
    private static partial void LogFailedRefresh(ILogger logger, Exception fault);
}
