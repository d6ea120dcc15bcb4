using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bimer.Tests.Bench;

/// <summary>How long something took, many times.</summary>
internal sealed class Figures(string name)
{
    private readonly ConcurrentQueue<long> _ticks = new();

    public int Count => _ticks.Count;

    public async Task<T> TakeAsync<T>(Func<Task<T>> act)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await act();
        _ticks.Enqueue(Stopwatch.GetTimestamp() - start);
        return result;
    }

    public void Add(TimeSpan time) => _ticks.Enqueue((long)(time.TotalSeconds * Stopwatch.Frequency));

    /// <summary>Median, tail and worst, in milliseconds.</summary>
    public override string ToString()
    {
        var sorted = _ticks.Order().ToArray();
        if (sorted.Length == 0) return $"{name,-34} nothing measured";
        return $"{name,-34} {sorted.Length,7} x   p50 {At(sorted, 0.50),8:0.000}   p95 {At(sorted, 0.95),8:0.000}   p99 {At(sorted, 0.99),8:0.000}   max {At(sorted, 1),8:0.000} ms";
    }

    private static double At(long[] sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[Math.Min((int)(sorted.Length * share), sorted.Length - 1)]).TotalMilliseconds;
}
