using System.Globalization;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>
/// Made-up numbers that pass every check. A made-up citizen number or telephone may by chance be somebody's:
/// they are for the demo and must never be sent to a real register or a real gateway.
/// </summary>
public static class SyntheticNumbers
{
    // 100000000–979999999: numbers that begin with 98 and 99 belong to foreigners.
    private const long Prefixes = 880_000_000;

    // Shares no divisor with the number of prefixes, so different indexes give different numbers.
    private const long Stride = 613_651_349;

    // Stride times this is one more than a multiple of the number of prefixes.
    private const long StrideBackwards = 795_401_149;

    private static readonly string[] Operators = ["530", "532", "533", "535", "537", "541", "542", "543", "545", "505", "506", "551", "552", "554"];

    /// <summary>A citizen number with right check digits; different for every index from 0 to 879,999,999.</summary>
    public static string NationalId(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Prefixes);
        var prefix = (100_000_000 + (index * Stride % Prefixes)).ToString(CultureInfo.InvariantCulture);
        var (odd, even) = (0, 0);
        for (var i = 0; i < 9; i++)
        {
            if (i % 2 == 0) odd += prefix[i] - '0';
            else even += prefix[i] - '0';
        }

        var tenth = ((((odd * 7) - even) % 10) + 10) % 10;   // the difference can be negative
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{tenth}{(odd + even + tenth) % 10}");
    }

    /// <summary>Which index gives this number (its check digits are not looked at), or null where none does: <see cref="NationalId"/> backwards.</summary>
    public static long? IndexOf(string nationalId)
    {
        var prefix = long.Parse(nationalId.AsSpan(0, 9), NumberStyles.None, CultureInfo.InvariantCulture) - 100_000_000;
        return prefix is >= 0 and < Prefixes ? prefix * StrideBackwards % Prefixes : null;
    }

    /// <summary>A mobile number as people write it, 11 digits from 05; different for every index below ten million.</summary>
    public static string Mobile(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"0{Operators[index % Operators.Length]}{((index * 7_654_321L) + 1_234_567) % 10_000_000:0000000}");
}
