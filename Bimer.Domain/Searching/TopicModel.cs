using System.Collections.Frozen;
using Bimer.Domain.Cases;

namespace Bimer.Domain.Searching;

/// <summary>A subtopic a text seems to be about (konu önerisi, S15), with the words of the text that say so. A proposal, never a choice.</summary>
/// <param name="Because">As they stand in the text, in its order; one at least, <see cref="TopicModel.MostReasons"/> at most.</param>
public sealed record TopicSuggestion(string Code, IReadOnlyList<string> Because);

/// <summary>A petition somebody chose subtopics for, by its words.</summary>
public sealed record TaughtPetition(IReadOnlyList<string> Codes, string Text);

/// <summary>
/// Proposes subtopics for a text: of each subtopic it knows how often its words were used, from the names in the list, from words people use
/// beside them, and from petitions whose topic officers chose. A word that is common everywhere counts for nothing, one that belongs to a few
/// subtopics for much (Dirichlet-smoothed likelihood ratio). Words are compared by their first five letters, which parts the stem of a
/// Turkish word from its endings well enough. Made once and never changed; asking it leaves no trace.
/// </summary>
public sealed class TopicModel
{
    /// <summary>More is not read but looked up.</summary>
    public const int MostSuggestions = 3;

    /// <summary>The strongest are told.</summary>
    public const int MostReasons = 3;

    /// <summary>A word that was used in fewer petitions teaches nothing: a name in one of them must not lead to its topic.</summary>
    public const int FewestPetitions = 5;

    private const int StemLength = 5;
    private const int ShortestWord = 3;
    private const double Smoothing = 40;
    private const double OwnName = 4, OwnWord = 3;   // the list's own words weigh as much as so many petitions
    private const double LeastOfReason = 0.7, LeastOfAll = 2.2;

    private readonly FrozenDictionary<string, FrozenDictionary<string, double>> _counts;
    private readonly Dictionary<string, double> _sizes;
    private readonly double _all;

    private TopicModel(Dictionary<string, Dictionary<string, double>> counts)
    {
        _counts = counts.ToFrozenDictionary(c => c.Key, c => c.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        _sizes = counts.Values.SelectMany(c => c).GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Value), StringComparer.Ordinal);
        _all = _sizes.Values.Sum();
    }

    /// <summary>What the list and the petitions teach.</summary>
    /// <param name="petitions">Of applicants nobody hides.</param>
    public static TopicModel Of(IEnumerable<TopicChoice> list, IEnumerable<TaughtPetition> petitions)
    {
        ArgumentNullException.ThrowIfNull(list);
        var counts = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in list)
        {
            known.Add(topic.Code);
            foreach (var stem in StemsOf($"{topic.Topic} {topic.Name}")) Count(counts, stem, topic.Code, OwnName);
            foreach (var stem in StemsOf(topic.Words)) Count(counts, stem, topic.Code, OwnWord);
        }

        foreach (var (stem, codes) in Taught(petitions))
            foreach (var (code, count) in codes) if (known.Contains(code)) Count(counts, stem, code, count);
        return new TopicModel(counts);
    }

    /// <summary>The subtopics the text is most likely about, the likeliest first; none where no word says anything.</summary>
    public IReadOnlyList<TopicSuggestion> Suggest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Said> words =
        [
            .. FoldedWords.In(text).Select(word => (Word: word, Stem: StemOf(word.Folded))).Where(w => w.Stem is not null).DistinctBy(w => w.Stem, StringComparer.Ordinal)
                .Select(w => _counts.TryGetValue(w.Stem!, out var counts) ? new Said(w.Word, counts, counts.Values.Sum() / _all) : null).OfType<Said>(),
        ];
        List<Weighed> weighed = [.. _sizes.Keys.Select(code => Weigh(code, words)).Where(w => w.Reasons.Count > 0 && w.Weight >= LeastOfAll)
            .OrderByDescending(w => w.Weight).ThenBy(w => w.Code, StringComparer.Ordinal).Take(MostSuggestions)];
        return [.. weighed.Where(w => w.Weight * 2 >= weighed[0].Weight)
            .Select(w => new TopicSuggestion(w.Code, [.. w.Reasons.OrderBy(r => r.Start).Select(r => text.Substring(r.Start, r.Length))]))];
    }

    private Weighed Weigh(string code, List<Said> words)
    {
        // A word that is not this subtopic's speaks for another one and not against this: a long letter tells of much beside its matter.
        var says = words.ConvertAll(w => (w.Word, Weight: Math.Max(0, RatioOf(code, w))));
        return new Weighed(code, says.Sum(s => s.Weight), [.. says.Where(s => s.Weight >= LeastOfReason).OrderByDescending(s => s.Weight).Take(MostReasons).Select(s => s.Word)]);
    }

    // How much likelier the word is where the text is about this subtopic than anywhere.
    private double RatioOf(string code, Said said) =>
        Math.Log((said.Counts.GetValueOrDefault(code) + (Smoothing * said.Everywhere)) / (_sizes[code] + Smoothing) / said.Everywhere);

    private static Dictionary<string, Dictionary<string, double>> Taught(IEnumerable<TaughtPetition> petitions)
    {
        var (taught, heard) = (new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var petition in petitions)
        {
            foreach (var stem in StemsOf(petition.Text))
            {
                heard[stem] = heard.GetValueOrDefault(stem) + 1;
                foreach (var code in petition.Codes) Count(taught, stem, code, 1);
            }
        }

        foreach (var (stem, petitionsWithIt) in heard) if (petitionsWithIt < FewestPetitions) taught.Remove(stem);
        return taught;
    }

    private static void Count(Dictionary<string, Dictionary<string, double>> counts, string stem, string code, double weight)
    {
        if (!counts.TryGetValue(stem, out var codes)) counts[stem] = codes = new(StringComparer.Ordinal);
        codes[code] = codes.GetValueOrDefault(code) + weight;
    }

    private static IEnumerable<string> StemsOf(string text) =>
        FoldedWords.In(text).Select(word => StemOf(word.Folded)).OfType<string>().Distinct(StringComparer.Ordinal);

    // Numbers and the smallest words say nothing of what it is about.
    private static string? StemOf(string folded) =>
        folded.Length < ShortestWord || !folded.All(char.IsLetter) ? null : folded.Length <= StemLength ? folded : folded[..StemLength];

    private sealed record Said(FoldedWord Word, FrozenDictionary<string, double> Counts, double Everywhere);

    private sealed record Weighed(string Code, double Weight, IReadOnlyList<FoldedWord> Reasons);
}
