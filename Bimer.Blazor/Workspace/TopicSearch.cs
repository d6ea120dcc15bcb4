using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>Finds the subtopic somebody means: by the beginnings of words of topic and subtopic in any order, with or without Turkish letters.</summary>
public sealed class TopicSearch(TopicDirectory topics)
{
    /// <summary>The most that is answered; a longer list is not read but typed on.</summary>
    public const int Most = 12;

    private readonly (string Name, string Whole, TopicChoice Choice)[] _index =
        [.. topics.All.Select(t => (Folded(t.Name), Folded(t.Topic) + Folded(t.Name), t))];

    private readonly (string Name, TopicChoice Choice)[] _topics = [.. topics.Topics.Select(t => (Folded(t.Name), new TopicChoice(t.Code, "", t.Name)))];

    /// <summary>What the words name themselves first, then what their topic names; none for a text without a letter.</summary>
    public IReadOnlyList<TopicChoice> Find(string text)
    {
        var words = Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        return [.. _index.Where(t => HasAll(t.Whole, words)).OrderBy(t => HasAll(t.Name, words) ? 0 : 1).Select(t => t.Choice).Take(Most)];
    }

    /// <summary>The same with whole topics before their subtopics, for questions about many cases; a whole topic has no topic above it.</summary>
    public IReadOnlyList<TopicChoice> FindAny(string text)
    {
        var words = Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. _topics.Where(t => HasAll(t.Name, words)).Select(t => t.Choice).Concat(Find(text)).Take(Most)];
    }

    private static bool HasAll(string folded, string[] words) => Array.TrueForAll(words, word => folded.Contains(' ' + word, StringComparison.Ordinal));

    private static string Folded(string text) =>
        ' ' + string.Join(' ', string.Concat(TurkishFold.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
