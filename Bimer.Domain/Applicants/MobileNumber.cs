using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>A mobile number of Türkiye, kept once in E.164 (+905321234567). Comes out by <see cref="Reveal"/> alone.</summary>
public sealed record MobileNumber
{
    private const int NationalLength = 10;
    private const int LongestInput = 40;

    private readonly string _national;

    private MobileNumber(string national) => _national = national;

    /// <summary>
    /// However people write it: with +90, 0090, 90, 0 or nothing before it, with blanks, dots, hyphens, slashes or brackets in it.
    /// Refused: <see cref="Refusal.InvalidMobileNumber"/>.
    /// </summary>
    public static Outcome<MobileNumber> Parse(string? text)
    {
        if (text is null or { Length: > LongestInput }) return Refused(MobileNumberFault.Malformed);

        var written = string.Concat(text.Where(c => !IsSeparator(c)));
        var international = written.StartsWith('+') ? written[1..]
            : written.StartsWith("00", StringComparison.Ordinal) ? written[2..]
            : null;
        var digits = international ?? written;
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit)) return Refused(MobileNumberFault.Malformed);
        if (international is not null && !international.StartsWith("90", StringComparison.Ordinal)) return Refused(MobileNumberFault.Foreign);

        var national = WithoutPrefix(digits);
        if (national.Length != NationalLength) return Refused(MobileNumberFault.Malformed);
        return national[0] == '5' ? new MobileNumber(national) : Refused(MobileNumberFault.NotMobile);
    }

    /// <summary>E.164: +90 and ten digits.</summary>
    public string Reveal() => "+90" + _national;

    /// <summary>As people read it: 0532 123 45 67.</summary>
    public string RevealForReading() => $"0{_national[..3]} {_national[3..6]} {_national[6..8]} {_national[8..]}";

    public override string ToString() => MaskedIdentity.Phone;

    private static Refusal.InvalidMobileNumber Refused(MobileNumberFault fault) => new(fault);

    // "+90 (0532) …" is common: the country code and the trunk zero each go once.
    private static string WithoutPrefix(string digits)
    {
        if (digits.Length > NationalLength && digits.StartsWith("90", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length > NationalLength && digits[0] == '0' ? digits[1..] : digits;
    }

    private static bool IsSeparator(char c) => c is ' ' or '\u00A0' or '\t' or '-' or '\u2010' or '\u2011' or '\u2013' or '.' or '/' or '(' or ')';
}
