namespace Bimer.Tests.Facts;

/// <summary>The check digits of a citizen number, written anew from the published rule: the product's own code is under test.</summary>
internal static class CitizenNumber
{
    public static bool Passes(string number)
    {
        if (number.Length != 11 || number[0] == '0' || !number.All(char.IsAsciiDigit)) return false;
        int[] d = [.. number.Select(c => c - '0')];
        var odd = d[0] + d[2] + d[4] + d[6] + d[8];
        var even = d[1] + d[3] + d[5] + d[7];
        return (odd * 7 + 100 - even) % 10 == d[9] && d[..10].Sum() % 10 == d[10];
    }
}
