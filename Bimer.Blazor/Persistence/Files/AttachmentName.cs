using System.Globalization;
using System.Text;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>What a file is called on screens and in downloads. The store never uses it.</summary>
public static class AttachmentName
{
    /// <summary>Grapheme clusters, extension included.</summary>
    public const int MaxGraphemes = 120;

    /// <summary>UTF-16 units, extension included: one "letter" may be a thousand combining marks.</summary>
    public const int MaxUnits = 200;

    /// <summary>UTF-16 units of what a name claims to be; longer ones are on no list and are repeated in a sentence.</summary>
    private const int LongestExtension = 20;

    private const string Nameless = "Ek";

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$",
         .. Enumerable.Range(0, 10).SelectMany(i => new[] { FormattableString.Invariant($"COM{i}"), FormattableString.Invariant($"LPT{i}") })],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Runnable = new(
        ["exe", "com", "bat", "cmd", "scr", "pif", "msi", "js", "jse", "vbs", "vbe", "wsf", "hta", "lnk", "ps1", "jar", "iso", "img", "html", "htm", "svg", "sh", "url"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The sender's name made harmless: no path, no control or direction marks, no reserved name, and the extension of what it really is.</summary>
    public static string Clean(string original, AttachmentType type)
    {
        ArgumentNullException.ThrowIfNull(original);
        var stem = Trimmed(WithoutRunnable(WithoutClaim(Visible(LastPart(original)))));
        if (stem.Length == 0) stem = Nameless;
        if (Reserved.Contains(stem.Split('.')[0].TrimEnd())) stem = "_" + stem;
        var extension = "." + type.Extension();
        return Trimmed(Shortened(stem, extension.Length)) + extension;
    }

    /// <summary>What a file of a hidden case is called: its name could give its sender away (<c>Ek-1.pdf</c>).</summary>
    /// <param name="ordinal">Its place in the case, from 1.</param>
    /// <param name="type">What it really is.</param>
    public static string Neutral(int ordinal, AttachmentType type) => string.Create(CultureInfo.InvariantCulture, $"{Nameless}-{ordinal}.{type.Extension()}");

    /// <summary>What the name claims to be: the letters after its last dot, without anything invisible; empty when there is none.</summary>
    public static string ExtensionOf(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var name = Visible(LastPart(original)).TrimEnd('.', ' ');
        var dot = name.LastIndexOf('.');
        if (dot < 0) return "";
        var extension = name[(dot + 1)..];
        return extension.Length <= LongestExtension ? extension : extension[..LongestExtension];
    }

    /// <summary>The sender's own name for it as a sentence may repeat it: without a path and invisible marks, and short. Also of a refused file.</summary>
    public static string Shown(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return Shortened(Trimmed(Visible(LastPart(original))), taken: 0);
    }

    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

    // Direction marks make "rapor[U+202E]fdp.exe" read as "raporexe.pdf"; lone surrogates cannot be normalised or encoded.
    private static string Visible(string name)
    {
        var visible = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value is ':' or '*' or '?' or '"' or '<' or '>' or '|') visible.Append('_');
            else if (rune == Rune.ReplacementChar || IsInvisible(rune)) continue;
            else visible.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }
        return visible.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value != 0x200D,   // joins the parts of one emoji
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        _ => false,
    };

    private static string WithoutClaim(string name)
    {
        var trimmed = name.TrimEnd(' ', '.');
        var dot = trimmed.LastIndexOf('.');
        return dot >= 0 && AttachmentTypes.OfExtension(trimmed[(dot + 1)..]) is not null ? trimmed[..dot] : trimmed;
    }

    // "fatura.exe.pdf" is a PDF, but looks like a program wherever known extensions are not shown.
    private static string WithoutRunnable(string stem)
    {
        var dot = stem.LastIndexOf('.');
        return dot >= 0 && Runnable.Contains(stem[(dot + 1)..].Trim()) ? WithoutRunnable(stem[..dot]) + "_" + stem[(dot + 1)..] : stem;
    }

    private static string Trimmed(string name) => name.Trim(' ', '.');

    private static string Shortened(string stem, int taken)
    {
        var shortened = new StringBuilder();
        var letters = StringInfo.GetTextElementEnumerator(stem);
        for (var count = taken; count < MaxGraphemes && letters.MoveNext(); count++)
        {
            var letter = letters.GetTextElement();
            if (shortened.Length + letter.Length > MaxUnits - taken) break;
            shortened.Append(letter);
        }
        return shortened.ToString();
    }
}
