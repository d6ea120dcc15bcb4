using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>
/// A citizen number (T.C. kimlik no) whose check digits fit; whether it was ever given to somebody only the register knows.
/// The value comes out by <see cref="Reveal"/> alone: no property holds it, so neither a log nor a serialiser prints it.
/// </summary>
public sealed record NationalId
{
    public const int Length = 11;

    private readonly string _digits;

    private NationalId(string digits) => _digits = digits;

    /// <summary>A foreigner's number (yabancı kimlik no): begins with 98 or 99.</summary>
    public bool IsForeigner => _digits is ['9', '8' or '9', ..];

    /// <summary>Blanks around it are forgiven, nothing else. Refused: <see cref="Refusal.InvalidNationalId"/>.</summary>
    public static Outcome<NationalId> Parse(string? text)
    {
        var digits = text?.Trim() ?? "";
        return IsWellFormed(digits) && ChecksOut(digits) ? new NationalId(digits) : new Refusal.InvalidNationalId();
    }

    /// <summary>The eleven digits. Whoever shows them to a person records that first.</summary>
    public string Reveal() => _digits;

    public override string ToString() => MaskedIdentity.Number;

    // Arabic-Indic digits pass char.IsDigit; here only 0–9 are digits.
    private static bool IsWellFormed(string digits) =>
        digits.Length == Length && digits.All(char.IsAsciiDigit) && digits[0] != '0';

    private static bool ChecksOut(string digits)
    {
        int Digit(int place) => digits[place - 1] - '0';

        var odd = Digit(1) + Digit(3) + Digit(5) + Digit(7) + Digit(9);
        var even = Digit(2) + Digit(4) + Digit(6) + Digit(8);
        // 7·odd − even can be negative, and C#'s remainder keeps the sign: 9·even is the same residue without it.
        return Digit(10) == ((7 * odd) + (9 * even)) % 10
            && Digit(11) == (odd + even + Digit(10)) % 10;
    }
}
