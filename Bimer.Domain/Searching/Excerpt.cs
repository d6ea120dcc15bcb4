namespace Bimer.Domain.Searching;

/// <summary>A piece of text, found or not.</summary>
public readonly record struct ExcerptPart(string Text, bool IsFound);

/// <summary>The few words of a text around what was found in it.</summary>
public static class Excerpt
{
    /// <summary>About how many characters, what was left out not counted.</summary>
    public const int Length = 200;

    private const int Before = 60;
    private const int MostLookedAt = 400;

    /// <summary>The parts in their order, an ellipsis where something was left out; nothing where no word is found.</summary>
    public static IReadOnlyList<ExcerptPart> Of(SearchText search, string text)
    {
        var found = FoldedWords.In(text).Where(word => search.Words.Any(w => w.Finds(word.Folded))).Take(MostLookedAt).ToList();
        if (found.Count == 0) return [];
        var first = Densest(search, found);
        var start = AtWord(text, found[first].Start - Before);
        var end = EndAtWord(text, Math.Max(start + Length, found[first].Start + found[first].Length));
        return [.. Parts(text, found, start, end)];
    }

    /// <summary>The whole of a short text in its parts; one part where no word is found.</summary>
    public static IReadOnlyList<ExcerptPart> Whole(SearchText search, string text) =>
        [.. Parts(text, [.. FoldedWords.In(text).Where(word => search.Words.Any(w => w.Finds(word.Folded)))], 0, text.Length)];

    /// <summary>Where the most of the different words stand close together.</summary>
    private static int Densest(SearchText search, List<FoldedWord> found)
    {
        var (best, most) = (0, 0);
        for (var i = 0; i < found.Count && most < search.Words.Count; i++)
        {
            var near = found.Skip(i).TakeWhile(word => word.Start - found[i].Start < Length - Before).ToList();
            var kinds = search.Words.Count(w => near.Exists(word => w.Finds(word.Folded)));
            if (kinds > most) (best, most) = (i, kinds);
        }

        return best;
    }

    private static IEnumerable<ExcerptPart> Parts(string text, List<FoldedWord> found, int start, int end)
    {
        if (start > 0) yield return new ExcerptPart("… ", IsFound: false);
        var at = start;
        foreach (var word in found.Where(word => word.Start >= start && word.Start + word.Length <= end))
        {
            if (word.Start > at) yield return new ExcerptPart(text[at..word.Start], IsFound: false);
            yield return new ExcerptPart(text.Substring(word.Start, word.Length), IsFound: true);
            at = word.Start + word.Length;
        }

        if (end > at) yield return new ExcerptPart(text[at..end], IsFound: false);
        if (end < text.Length) yield return new ExcerptPart(" …", IsFound: false);
    }

    // A cut falls between words, where there are any: half a word reads like another one.
    private static int AtWord(string text, int from)
    {
        if (from <= 0) return 0;
        var blank = text.AsSpan(from, Math.Min(Before / 2, text.Length - from)).IndexOfAny(' ', '\n');
        return blank >= 0 ? from + blank + 1 : char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    private static int EndAtWord(string text, int until)
    {
        if (until >= text.Length) return text.Length;
        var blank = text.AsSpan(until - (Before / 2), Before / 2).LastIndexOfAny(' ', '\n');
        return blank > 0 ? until - (Before / 2) + blank : char.IsLowSurrogate(text[until]) ? until - 1 : until;
    }
}
