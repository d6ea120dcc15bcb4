namespace Bimer.Domain.Searching;

/// <summary>What of a case is searched; what stands further up says more about it.</summary>
public enum SearchField
{
    Number,
    Summary,
    Topic,
    File,
    Text,
    Answer,
}

/// <summary>
/// How well a case answers a search (en uygun). Every candidate holds every word, so what tells them apart is where the words stand, how
/// often for the length of what they stand in, and whether they were written as they were typed.
/// </summary>
public static class SearchRank
{
    private const double Whole = 1.0;
    private const double Beginning = 0.55;

    // As in BM25: the second mention adds less than the first, and a long text has to say it more often.
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.6;
    private const double UsualLength = 120;

    /// <summary>The higher the better; comparable only between cases of one search.</summary>
    public static double Of(SearchText search, IEnumerable<(SearchField Field, string Text)> told)
    {
        var scores = new double[search.Words.Count];
        foreach (var (field, text) in told)
        {
            var (found, length) = Count(search, text);
            var norm = Saturation * (1 - LengthWeight + (LengthWeight * length / UsualLength));
            for (var i = 0; i < scores.Length; i++) scores[i] += WeightOf(field) * found[i] * (Saturation + 1) / (found[i] + norm);
        }

        return scores.Sum();
    }

    private static (double[] Found, int Length) Count(SearchText search, string text)
    {
        var (found, length) = (new double[search.Words.Count], 0);
        foreach (var word in FoldedWords.In(text))
        {
            length++;
            for (var i = 0; i < found.Length; i++)
            {
                if (search.Words[i].Finds(word.Folded)) found[i] += string.Equals(word.Folded, search.Words[i].Folded, StringComparison.Ordinal) ? Whole : Beginning;
            }
        }

        return (found, length);
    }

    private static double WeightOf(SearchField field) => field switch
    {
        SearchField.Number => 8,
        SearchField.Summary => 3,
        SearchField.Topic => 2.5,
        SearchField.File => 2,
        _ => 1,
    };
}
