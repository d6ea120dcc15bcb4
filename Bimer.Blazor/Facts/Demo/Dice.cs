using Bogus;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Chance that comes out the same for the same seed and stream, on every machine and in every process.</summary>
internal sealed class Dice(int seed, int stream)
{
    // Not HashCode.Combine: that is salted anew in every process.
    public Randomizer Random { get; } = new(unchecked((seed * 486_187_739) ^ (stream * 16_777_619) ^ (stream >> 15)));

    public bool Chance(double probability) => Random.Double() < probability;

    /// <summary>A whole number; both ends are possible.</summary>
    public int Between(int least, int most) => Random.Number(least, most);

    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Number(0, from.Count - 1)];
}

/// <summary>Values drawn in proportion to their weights.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] _values;
    private readonly double[] _sums;

    public Weighted(IEnumerable<(T Value, double Weight)> values)
    {
        var all = values.ToArray();
        _values = [.. all.Select(v => v.Value)];
        _sums = new double[all.Length];
        var sum = 0.0;
        for (var i = 0; i < all.Length; i++) _sums[i] = sum += all[i].Weight;
    }

    public T Draw(Dice dice)
    {
        var found = Array.BinarySearch(_sums, dice.Random.Double() * _sums[^1]);
        return _values[Math.Min(found < 0 ? ~found : found + 1, _values.Length - 1)];
    }
}
