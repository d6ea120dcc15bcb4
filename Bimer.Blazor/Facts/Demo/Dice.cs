using Bogus;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Chance that comes out the same for the same seed and stream, on every machine and in every process.</summary>
internal sealed class Dice(int seed, int stream)
{
    public Randomizer Random { get; } = new(Mixed(seed, stream));

    public bool Chance(double probability) => Random.Double() < probability;

    /// <summary>A whole number; both ends are possible.</summary>
    public int Between(int least, int most) => Random.Number(least, most);

    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Number(0, from.Count - 1)];

    /// <summary>
    /// SplitMix64's finisher: every bit of seed and stream moves every bit of what comes out. With less, neighbouring streams of some
    /// seeds begin alike, and thousands of them no longer come in the shares they were weighted with.
    /// </summary>
    // Not HashCode.Combine: that is salted anew in every process.
    private static int Mixed(int seed, int stream)
    {
        var bits = unchecked((((ulong)(uint)seed << 32) | (uint)stream) + 0x9E37_79B9_7F4A_7C15);
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB);
        return unchecked((int)(bits ^ (bits >> 31)));
    }
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
