using System.Globalization;
using System.Text;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>
/// The citizen's own words (başvuru metni, S9), cleaned at this one place: composed (NFC), every line break a line feed,
/// no control character but line feed and tab. Nothing is trimmed, so the browser's counter and this one agree.
/// </summary>
public sealed record PetitionText
{
    /// <summary>Most characters as people see them (grapheme clusters); the last one still counts.</summary>
    public const int MaxCharacters = 6_000;

    /// <summary>Most UTF-16 units, so that 6,000 letters of a hundred marks each are no petition.</summary>
    public const int MaxUnits = 24_000;

    private PetitionText(string value, int characters, int removed)
    {
        Value = value;
        Characters = characters;
        RemovedCharacters = removed;
        Summary = PetitionSummary.Of(value);
    }

    public string Value { get; }

    /// <summary>Length in characters as people see them.</summary>
    public int Characters { get; }

    /// <summary>How many invisible characters cleaning took out; the page tells the citizen when there were any.</summary>
    public int RemovedCharacters { get; }

    /// <summary>First sentence or line, on one line, for lists.</summary>
    public string Summary { get; }

    /// <summary>
    /// Refused: <see cref="Refusal.PetitionTextUnreadable"/>, <see cref="Refusal.PetitionTextBlank"/>,
    /// <see cref="Refusal.PetitionTextTooLong"/>, <see cref="Refusal.PetitionTextTooHeavy"/>, in this order.
    /// </summary>
    public static Outcome<PetitionText> Parse(string? written)
    {
        written ??= "";
        // Written to a database half a pair silently becomes U+FFFD, and every later comparison of hashes fails.
        if (LoneSurrogateIn(written) is { } position) return new Refusal.PetitionTextUnreadable(position);

        var (kept, removed) = Clean(written);
        var value = kept.Normalize(NormalizationForm.FormC);
        if (value.EnumerateRunes().All(IsInvisible)) return new Refusal.PetitionTextBlank();

        var characters = new StringInfo(value).LengthInTextElements;
        if (characters > MaxCharacters) return new Refusal.PetitionTextTooLong(characters, MaxCharacters);
        if (value.Length > MaxUnits) return new Refusal.PetitionTextTooHeavy(value.Length, MaxUnits);
        return new PetitionText(value, characters, removed);
    }

    /// <summary>Its length only: a petition's text is in no log.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(PetitionText)} ({Characters})");

    private static int? LoneSurrogateIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return i;
            i++;
        }

        return null;
    }

    private static (string Kept, int Removed) Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        var removed = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsLineBreak(c))
            {
                kept.Append('\n');
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            }
            else if (c != '\t' && IsNoText(c)) removed++;
            else kept.Append(c);
        }

        return (kept.ToString(), removed);
    }

    // Word and PDF readers paste a vertical tab, a form feed or U+2028 where the citizen saw a new line.
    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    // PostgreSQL refuses NUL and SQLite's length() stops at it: neither ever meets one.
    private static bool IsNoText(char c) => char.IsControl(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF');

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
