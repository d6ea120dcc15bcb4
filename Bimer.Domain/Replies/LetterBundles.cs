using Bimer.Domain.Searching;

namespace Bimer.Domain.Replies;

/// <summary>
/// Which of many letters are nearly the same (birbirinin benzeri cevaplar): they may be signed in one reading, as long as some drawn by lot are
/// opened. Pure; which letters may stand beside each other at all is decided elsewhere.
/// </summary>
public static class LetterBundles
{
    /// <summary>Fewer letters are no bundle; more are more than one.</summary>
    public const int Fewest = 3, Most = 100;

    /// <summary>Share of the runs of words two letters have in common, from 0 to 1, from which on they are nearly the same, inclusive.</summary>
    public const double Alike = 0.75;

    private const int Run = 2;

    // A letter as long as a report is read by itself; comparing hundreds of them pair by pair would take minutes.
    private const int MostRuns = 1_500;

    // One in twenty (features, idea 4).
    private const int OneIn = 20;

    /// <summary>How many of a bundle must be opened: one in twenty, rounded up, and always one.</summary>
    public static int SampleOf(int letters) => Math.Max(1, (letters + OneIn - 1) / OneIn);

    /// <summary>Puts letters together that are nearly the same.</summary>
    /// <param name="texts">Plain texts, the most urgent first.</param>
    /// <returns>Places in the list, bundle by bundle, each with its first letter first; letters of no bundle are in none.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (bundles, firsts) = (new List<List<int>>(), new List<HashSet<string>>());
        for (var i = 0; i < texts.Count; i++)
        {
            var runs = RunsOf(texts[i]);
            if (runs.Count > MostRuns) continue;
            var at = firsts.FindIndex(first => Math.Min(first.Count, runs.Count) >= Alike * Math.Max(first.Count, runs.Count) && ShareOf(first, runs) >= Alike);
            if (at >= 0 && bundles[at].Count < Most) bundles[at].Add(i);
            else if (at < 0) {
                bundles.Add([i]);
                firsts.Add(runs);
            }
        }

        return [.. bundles.Where(bundle => bundle.Count >= Fewest)];
    }

    /// <summary>How much of two texts is the same, from 0 to 1; numbers and days count as equal, for they always differ.</summary>
    public static double LikenessOf(string one, string other) => ShareOf(RunsOf(one), RunsOf(other));

    private static double ShareOf(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        var all = one.Count + other.Count - common;
        return all == 0 ? 1 : (double)common / all;
    }

    private static HashSet<string> RunsOf(string text)
    {
        string[] words = [.. FoldedWords.In(text).Select(word => char.IsAsciiDigit(word.Folded[0]) ? "#" : word.Folded)];
        if (words.Length <= Run) return [string.Join(' ', words)];
        return [.. Enumerable.Range(0, words.Length - Run + 1).Select(at => string.Join(' ', words[at..(at + Run)]))];
    }
}
