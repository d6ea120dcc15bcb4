using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>
/// A case's number as people read it (başvuru sayısı): <c>YYYY-NNNNNNN-C</c>, year of recording in Istanbul, serial, check digit.
/// Derived from <see cref="CaseId"/>, never stored. It gives no right.
/// </summary>
/// <param name="CaseId">The case it names.</param>
public readonly record struct CaseNumber(CaseId CaseId)
{
    /// <summary>The largest serial of a year.</summary>
    public const int LastSerial = 9_999_999;

    private const long SerialsPerYear = LastSerial + 1;
    private const int FirstYear = 2000;
    private const int LastYear = 9999;

    public int Year => (int)(CaseId.Value / SerialsPerYear);

    public int Serial => (int)(CaseId.Value % SerialsPerYear);

    /// <summary>ISO 7064 MOD 11,10 over year and serial: every single wrong digit is caught.</summary>
    public int CheckDigit
    {
        get
        {
            var carry = 10;
            foreach (var digit in Digits())
            {
                var sum = (carry + digit - '0') % 10;
                carry = (sum == 0 ? 10 : sum) * 2 % 11;
            }

            return (11 - carry) % 10;
        }
    }

    /// <summary>The number of the year's nth case. Serial 1 to <see cref="LastSerial"/>; beyond is a bug.</summary>
    public static CaseNumber Of(int year, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, LastSerial);
        return new(new CaseId((year * SerialsPerYear) + serial));
    }

    /// <summary>
    /// Reads the number with its hyphens, or as twelve digits without any. Blanks around it are forgiven, and so are blanks and longer
    /// dashes in the place of the hyphens: phones and letters write them so.
    /// Refused: <see cref="Refusal.InvalidCaseNumber"/>.
    /// </summary>
    public static Outcome<CaseNumber> Parse(string? text)
    {
        var written = WithoutHyphens(text);
        if (!IsTwelveDigits(written)) return new Refusal.InvalidCaseNumber();

        var number = new CaseNumber(new CaseId(long.Parse(written.AsSpan(0, 11), NumberStyles.None, CultureInfo.InvariantCulture)));
        var fits = number.Year >= FirstYear && number.Serial > 0 && number.CheckDigit == written[^1] - '0';
        return fits ? number : new Refusal.InvalidCaseNumber();
    }

    /// <summary>Whether somebody meant a case number, be it right or mistyped: its hyphens stand in their places, or twelve digits begin with a year of ours.</summary>
    public static bool IsWrittenLike(string? text) =>
        WithoutHyphens(text) is var written && IsTwelveDigits(written) && (written.Length != text!.Trim().Length || written.StartsWith("20", StringComparison.Ordinal));

    private static string WithoutHyphens(string? text)
    {
        var written = text?.Trim() ?? "";
        return written is [_, _, _, _, '-' or ' ' or '–' or '\u2011', _, _, _, _, _, _, _, '-' or ' ' or '–' or '\u2011', _] ? written.Remove(12, 1).Remove(4, 1) : written;
    }

    private static bool IsTwelveDigits(string written) => written.Length == 12 && written.All(char.IsAsciiDigit);

    public override string ToString()
    {
        var digits = Digits();
        return string.Create(CultureInfo.InvariantCulture, $"{digits[..4]}-{digits[4..]}-{CheckDigit}");
    }

    private string Digits() => CaseId.Value.ToString("D11", CultureInfo.InvariantCulture);
}
