using System.Globalization;
using System.Text;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>A natural person's given names and surname (ad, soyad), composed (NFC), single blanks. Comes out by the Reveal methods alone.</summary>
public sealed record PersonName
{
    /// <summary>Longest given-name part and longest surname, in characters as people see them.</summary>
    public const int LongestPart = 60;

    // Forty marks on one letter are one character to a reader and forty to a column.
    private const int LongestPartUnits = 120;

    private readonly string _given;
    private readonly string _family;

    private PersonName(string given, string family) => (_given, _family) = (given, family);

    /// <summary>Both parts are needed; letters, blanks, hyphens, apostrophes and dots. Refused: <see cref="Refusal.InvalidPersonName"/>.</summary>
    public static Outcome<PersonName> Parse(string? given, string? family) =>
        Clean(given) is { } first && Clean(family) is { } last
            ? new PersonName(first, last)
            : new Refusal.InvalidPersonName(LongestPart);

    /// <summary>Given names and surname, one blank between.</summary>
    public string Reveal() => $"{_given} {_family}";

    /// <summary>The given names alone, as the register asks for them.</summary>
    public string RevealGiven() => _given;

    /// <summary>The surname alone.</summary>
    public string RevealFamily() => _family;

    /// <summary>Agrees with the register's spelling? The weaker of the two parts decides.</summary>
    public TurkishMatch Compare(PersonName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var given = TurkishWords.Compare(_given, other._given);
        var family = TurkishWords.Compare(_family, other._family);
        return given < family ? given : family;
    }

    public override string ToString() => MaskedIdentity.Of(this);

    private static string? Clean(string? part)
    {
        if (part is null || !part.All(c => !char.IsSurrogate(c))) return null;
        var words = part.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var clean = string.Join(' ', words);
        var fits = clean.Length is > 0 and <= LongestPartUnits
            && new StringInfo(clean).LengthInTextElements <= LongestPart
            && clean.All(IsOfNames)
            && words.All(word => char.IsLetter(word[0]));
        return fits ? clean : null;
    }

    private static bool IsOfNames(char c) =>
        char.IsLetter(c) || c is ' ' or '-' or '\'' or '’' or '.' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
