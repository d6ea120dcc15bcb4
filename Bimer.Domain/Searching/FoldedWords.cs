using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Searching;

/// <summary>One word of a text.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Folded">Its search form, cut at <see cref="FoldedWords.Longest"/>; of a number, without the zeros in front.</param>
public readonly record struct FoldedWord(int Start, int Length, string Folded);

/// <summary>The words of a text as the search compares them: runs of letters and digits, each folded by <see cref="TurkishFold"/>.</summary>
public static class FoldedWords
{
    /// <summary>What is longer is no word; its beginning is enough to find it.</summary>
    public const int Longest = 40;

    /// <summary>Every word in its place, also one that stands there twice.</summary>
    public static IEnumerable<FoldedWord> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsOfWord(text, i, i > start)) i += char.IsSurrogatePair(text, i) ? 2 : 1;
            if (i > start) yield return new FoldedWord(start, i - start, Fold(text.AsSpan(start, i - start)));
            else i++;
        }
    }

    // A mark belongs to the letter before it: a text that writes ş in two parts has the same words.
    private static bool IsOfWord(string text, int at, bool hasBegun) =>
        char.IsLetterOrDigit(text, at)
        || (hasBegun && char.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        var length = Math.Min(word.Length, Longest);
        for (var i = 0; i < length; i++)
        {
            if (Simple(word[i]) is not { } letter) return WithoutZeros(Whole(word));
            folded[i] = letter;
        }

        return WithoutZeros(folded[..length].ToString());
    }

    private static string Whole(ReadOnlySpan<char> word)
    {
        var folded = TurkishFold.Of(word.ToString());
        return folded.Length <= Longest ? folded : folded[..(char.IsHighSurrogate(folded[Longest - 1]) ? Longest - 1 : Longest)];
    }

    private static string WithoutZeros(string word) =>
        word is ['0', _, ..] && word.All(char.IsAsciiDigit) ? word.TrimStart('0') is { Length: > 0 } number ? number : "0" : word;

    /// <summary>The letters nearly every word is made of, without the detour over strings; none for the rest. A test holds it to the fold.</summary>
    private static char? Simple(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => letter,
        >= 'A' and <= 'Z' => (char)(letter | ' '),
        'ı' or 'İ' or 'î' or 'Î' => 'i',
        'ş' or 'Ş' => 's',
        'ğ' or 'Ğ' => 'g',
        'ü' or 'Ü' or 'û' or 'Û' => 'u',
        'ö' or 'Ö' => 'o',
        'ç' or 'Ç' => 'c',
        'â' or 'Â' => 'a',
        _ => null,
    };
}
