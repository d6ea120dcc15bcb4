namespace Bimer.Domain.Searching;

/// <summary>How much one text is like another, and the words that say so.</summary>
/// <param name="Index">Its place among those it was compared with.</param>
/// <param name="Score">The higher the more alike; comparable within one comparison only.</param>
/// <param name="Because">Words of the asked text that stand in both, the most telling first.</param>
public sealed record SimilarText(int Index, double Score, IReadOnlyList<string> Because);

/// <summary>
/// Finds among texts those that tell of the same matter (benzer başvurular). Words are compared by their first five letters, as in
/// <see cref="TopicModel"/>; what stands in most of the texts counts for little, what a few share for much. Pure.
/// </summary>
public static class SimilarTexts
{
    /// <summary>The strongest words are told.</summary>
    public const int MostReasons = 4;

    // One word in common is chance.
    private const int FewestShared = 2;
    private const int StemLength = 5;
    private const int ShortestWord = 4;

    /// <summary>Those that share at least two telling words with it.</summary>
    /// <param name="asked">What something like is looked for.</param>
    /// <param name="pool">What it is compared with.</param>
    /// <param name="most">How many are told.</param>
    /// <returns>The most alike first; equals in the order of the pool.</returns>
    public static IReadOnlyList<SimilarText> Rank(string asked, IReadOnlyList<string> pool, int most)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var words = WordsOf(asked);
        var stems = pool.Select(text => WordsOf(text).Keys.ToHashSet(StringComparer.Ordinal)).ToList();
        var heard = words.Keys.ToDictionary(stem => stem, stem => stems.Count(s => s.Contains(stem)), StringComparer.Ordinal);
        double WeightOf(string stem) => Math.Log(1 + ((double)pool.Count / Math.Max(1, heard[stem])));
        return
        [
            .. stems.Select((told, index) => (index, told.Count, Shared: words.Keys.Where(told.Contains).OrderByDescending(WeightOf).ThenBy(stem => stem, StringComparer.Ordinal).ToList()))
                .Where(pair => pair.Shared.Count >= FewestShared)
                // A long text has many words and shares some of them with everything.
                .Select(pair => new SimilarText(pair.index, pair.Shared.Sum(WeightOf) / Math.Sqrt(8 + pair.Count), [.. pair.Shared.Take(MostReasons).Select(stem => words[stem])]))
                .OrderByDescending(found => found.Score).ThenBy(found => found.Index).Take(most),
        ];
    }

    /// <summary>The words of a text that tell most of its matter, for a search: long ones, each stem once.</summary>
    public static IReadOnlyList<string> TellingOf(string text, int most) =>
        [.. WordsOf(text).Values.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Take(most)];

    /// <summary>By stem, the word as it stands there first.</summary>
    private static Dictionary<string, string> WordsOf(string text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in FoldedWords.In(text))
        {
            if (word.Folded.Length >= ShortestWord && word.Folded.All(char.IsLetter))
                words.TryAdd(word.Folded.Length <= StemLength ? word.Folded : word.Folded[..StemLength], text.Substring(word.Start, word.Length));
        }

        return words;
    }
}
