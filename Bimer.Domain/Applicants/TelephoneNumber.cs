using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>Any number somebody may be called at, a landline too: what a letter gives (telefon). No message goes there.</summary>
public sealed record TelephoneNumber
{
    private const int Shortest = 7;
    private const int Longest = 15;
    private const int LongestInput = 40;

    private readonly string _digits;

    private TelephoneNumber(string digits) => _digits = digits;

    /// <summary>Seven to fifteen digits (E.164), however they are parted, with or without a plus. Refused: <see cref="Refusal.InvalidTelephoneNumber"/>.</summary>
    public static Outcome<TelephoneNumber> Parse(string? text)
    {
        if (text is null or { Length: > LongestInput }) return new Refusal.InvalidTelephoneNumber();
        var written = text.Trim();
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        var fits = digits.Length is >= Shortest and <= Longest && written.Skip(1).Prepend(written[0] == '+' ? ' ' : written[0]).All(IsOfNumbers);
        return fits ? new TelephoneNumber(written[0] == '+' ? "+" + digits : digits) : new Refusal.InvalidTelephoneNumber();
    }

    /// <summary>The digits, with the plus if it was written.</summary>
    public string Reveal() => _digits;

    public override string ToString() => MaskedIdentity.Phone;

    private static bool IsOfNumbers(char c) => char.IsAsciiDigit(c) || c is ' ' or '\u00A0' or '-' or '.' or '/' or '(' or ')';
}
