using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Searching;

/// <summary>
/// What somebody searches for (arama): a few words, all of which must be found. Whatever is neither letter nor digit only parts them, so
/// nothing that means something to a database is left of it.
/// </summary>
public sealed class SearchText
{
    /// <summary>Most characters that are read, included.</summary>
    public const int Longest = 200;

    /// <summary>Most words, included.</summary>
    public const int MostWords = 10;

    private SearchText(IReadOnlyList<SearchWord> words) => Words = words;

    /// <summary>Each once, in the order in which they were typed.</summary>
    public IReadOnlyList<SearchWord> Words { get; }

    /// <summary>One of them has so few letters that it finds itself alone, and nothing that begins like it.</summary>
    public bool HasShortWord => Words.Any(word => word.Folded.Length < SearchWord.StemLengths[0] && !char.IsAsciiDigit(word.Folded[0]));

    /// <summary>Reads what was typed; a case number, also one without its hyphens, is three words.</summary>
    /// <returns>Refused with <see cref="Refusal.SearchTooLong"/>, <see cref="Refusal.SearchHasTooManyWords"/>, <see cref="Refusal.SearchHasNoWord"/>, <see cref="Refusal.SearchNamesSomebody"/> or, of a case number somebody mistyped, <see cref="Refusal.InvalidCaseNumber"/>.</returns>
    public static Outcome<SearchText> Parse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length > Longest) return new Refusal.SearchTooLong(text.Length, Longest);

        // Word by word as they are looked for: a comma behind the number makes it no other.
        if (FoldedWords.In(text).Any(word => NationalId.Parse(word.Folded).IsAccepted)) return new Refusal.SearchNamesSomebody();

        // Twelve digits in a row are a case number too.
        if (CaseNumber.IsWrittenLike(text) && CaseNumber.Parse(text).Refusal is { } mistyped) return mistyped;   // its parts would find what has nothing to do with it
        if (CaseNumber.Parse(text).Value is { CaseId.Value: > 0 } number) text = number.ToString();
        var words = FoldedWords.In(text).Select(word => word.Folded).Where(folded => folded.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count == 0) return new Refusal.SearchHasNoWord();
        if (words.Count > MostWords) return new Refusal.SearchHasTooManyWords(words.Count, MostWords);
        return new SearchText([.. words.Select(SearchWord.Of)]);
    }

    /// <summary>Whether this text alone tells all the words.</summary>
    public bool StandsIn(string text)
    {
        var told = FoldedWords.In(text).Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
        return Words.All(word => told.Any(word.Finds));
    }
}
