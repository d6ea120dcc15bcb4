using System.Collections.Concurrent;

namespace Bimer.Blazor.Security.Crowds;

/// <summary>Counts what is inside for each key, and lets nobody in beyond a limit. What has left entirely is forgotten.</summary>
internal sealed class Turnstile<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, int> _inside = new();

    public int Inside(TKey key) => _inside.GetValueOrDefault(key);

    /// <returns>False when it is full; then nothing was counted.</returns>
    public bool TryEnter(TKey key, int limit)
    {
        while (true)
        {
            var inside = _inside.GetOrAdd(key, 0);
            if (inside >= limit) return false;
            if (_inside.TryUpdate(key, inside + 1, inside)) return true;
        }
    }

    public void Leave(TKey key)
    {
        var left = _inside.AddOrUpdate(key, 0, (_, inside) => inside - 1);
        // Removed only if still empty: somebody may have entered in between, and then finds no key and makes one.
        if (left <= 0) _inside.TryRemove(KeyValuePair.Create(key, left));
    }
}
