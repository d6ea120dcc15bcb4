using System.Globalization;
using System.Text;

namespace Bimer.Domain.Kernel;

/// <summary>The one search form of people's words, for every index and every query: ISPARTA, ısparta and isparta are one.</summary>
public static class TurkishFold
{
    /// <summary>İ→i, I→ı, lower case, ı→i, canonical decomposition, marks dropped. Folding twice changes nothing more.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lower = Readable(text).ToLower(TurkishCulture.Info).Replace('ı', 'i').Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(lower.Length);
        foreach (var rune in lower.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                folded.Append(rune.ToString());
        }

        return folded.ToString();
    }

    // Normalize throws on half a surrogate pair, and a search box accepts anything: such halves become U+FFFD.
    private static string Readable(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) readable.Append(rune.ToString());
        return readable.ToString();
    }
}

/// <summary>A key that puts people's words into Turkish order by plain comparison: Ayşe, Çiğdem, Irmak, İsmail, Ömer, Şule, Zeynep.</summary>
public static class TurkishSortKey
{
    /// <summary>Names the rules behind the keys. When ICU is upgraded this changes, and stored keys must be written anew.</summary>
    public static string Version => TurkishCulture.Info.CompareInfo.Version.SortId.ToString("N");

    /// <summary>
    /// Lower-case hexadecimal, because digits and a–f keep their order under every collation of PostgreSQL as well as in
    /// SQLite's binary one: the column needs no special type on either.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Convert.ToHexStringLower(TurkishCulture.Info.CompareInfo.GetSortKey(text).KeyData);
    }
}

/// <summary>How well two words agree.</summary>
public enum TurkishMatch
{
    /// <summary>They differ.</summary>
    None,

    /// <summary>Only when folded: a register that writes I for İ, S for Ş. Accepted, and recorded as such.</summary>
    Folded,

    /// <summary>Letter for letter, apart from case.</summary>
    Exact,
}

/// <summary>Compares people's words in Turkish upper case first, then folded, and says which of the two agreed.</summary>
public static class TurkishWords
{
    /// <summary>How two spellings agree: as written, only after folding ("Isik" and "Işık"), or not at all.</summary>
    public static TurkishMatch Compare(string left, string right)
    {
        if (string.Equals(Upper(left), Upper(right), StringComparison.Ordinal)) return TurkishMatch.Exact;
        return string.Equals(TurkishFold.Of(left), TurkishFold.Of(right), StringComparison.Ordinal)
            ? TurkishMatch.Folded
            : TurkishMatch.None;
    }

    /// <summary>Upper case as Turkish writes it (i → İ, ı → I), composed (NFC).</summary>
    public static string Upper(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Normalize(NormalizationForm.FormC).ToUpper(TurkishCulture.Info);
    }
}
