using System.Collections.Concurrent;

namespace Bimer.Blazor.Live;

/// <summary>
/// One bell wakes everybody who looks at a box. Readers who ask for the same thing within a moment share one read, which begins only
/// after the last of them has asked: nobody gets an answer that is older than the question, so nothing is ever kept.
/// The key must say everything the answer depends on, rights included.
/// </summary>
public sealed class SharedReads
{
    /// <summary>How long a read waits for company; well below what an eye notices. Of the machine's clock: it gathers threads and measures nothing people know.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(15);

    private readonly ConcurrentDictionary<object, Lazy<Task>> _gathering = new();

    /// <param name="read">Runs for all who share it, so it must not stop when one of them leaves.</param>
    /// <param name="ct">Ends this reader's waiting, not the read.</param>
    public async Task<T> ReadAsync<T>(object key, Func<Task<T>> read, CancellationToken ct)
    {
        var shared = _gathering.GetOrAdd(key, static (k, start) => start.Reads.Begin(k, start.Read), (Reads: this, Read: read));
        return await ((Task<T>)shared.Value).WaitAsync(ct);
    }

    private Lazy<Task> Begin<T>(object key, Func<Task<T>> read) => new(() => GatherAsync(key, read));

    private async Task<T> GatherAsync<T>(object key, Func<Task<T>> read)
    {
        await Task.Delay(Gather).ConfigureAwait(false);
        _gathering.TryRemove(key, out _);   // the door closes before the read begins: whoever comes now starts another
        return await read().ConfigureAwait(false);
    }
}
