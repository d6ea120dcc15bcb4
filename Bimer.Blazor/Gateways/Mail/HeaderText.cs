using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>What people wrote, made fit for one header line: nothing left that could end it, hide in it or turn it round.</summary>
internal static class HeaderText
{
    private const int LongestFileName = 150;

    /// <summary>Control characters, line separators and direction marks become one space each; the ends are trimmed.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(IsUnfit(rune) ? " " : rune.ToString());
        return clean.ToString().Trim();
    }

    /// <summary>A bare name that no mail program can take for a path, at most 150 characters with its extension kept.</summary>
    public static string FileName(string name)
    {
        var clean = Clean(name).Replace('/', '_').Replace('\\', '_').Trim('.', ' ');
        if (clean.Length == 0) return "ek";
        if (clean.Length <= LongestFileName) return clean;

        var extension = Path.GetExtension(clean);
        if (extension.Length > 10) extension = "";
        var stem = clean[..(LongestFileName - extension.Length)];
        // Never half of a surrogate pair.
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }

    public static bool IsPrintableAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool IsUnfit(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0xFEFF;
}
