using System.Collections.Frozen;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>A topic (konu) with its subtopics in the order of their codes.</summary>
public sealed record Topic(string Code, string Name, IReadOnlyList<Subtopic> Subtopics);

/// <summary>A subtopic (alt konu); its code begins with its topic's.</summary>
public sealed record Subtopic(string Code, string Name)
{
    /// <summary>What people call it beside its name; for proposals alone, never shown.</summary>
    public string Words { get; init; } = "";
}

/// <summary>A subtopic with the topic above it, as people choose and read it.</summary>
public sealed record TopicChoice(string Code, string Topic, string Name)
{
    /// <inheritdoc cref="Subtopic.Words"/>
    public string Words { get; init; } = "";
}

/// <summary>One of the subtopics a case is about (konu/alt konu, S14); a case may have several. Put there when the case is recorded or sent on.</summary>
public sealed class CaseTopic
{
    /// <summary>Longest code of a subtopic.</summary>
    public const int LongestCode = 16;

    public CaseId CaseId { get; internal init; }

    /// <summary>The place in the officers' order, from 1, with gaps where one was taken away; the first is the one that matters most.</summary>
    public int Ordinal { get; internal init; }

    /// <summary>Code of the subtopic.</summary>
    public string Code { get; internal init; } = "";
}

/// <summary>Every topic a case may be about (konu listesi).</summary>
public sealed class TopicDirectory
{
    /// <summary>Stands between the code of a topic and what a subtopic of it adds: "04" and "04.02".</summary>
    public const string Below = ".";

    private readonly FrozenDictionary<string, TopicChoice> _byCode;

    public TopicDirectory(IEnumerable<Topic> topics)
    {
        Topics = [.. topics];
        All = [.. Topics.SelectMany(topic => topic.Subtopics.Select(sub => new TopicChoice(sub.Code, topic.Name, sub.Name) { Words = sub.Words }))];
        _byCode = All.ToFrozenDictionary(choice => choice.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>Every subtopic, in the order of the codes.</summary>
    public IReadOnlyList<TopicChoice> All { get; }

    /// <summary>Topic and subtopic in one line, a topic by its name alone; of a code no list has any more, the code.</summary>
    public string NameOf(string code) => Find(code) is { } choice ? $"{choice.Topic} › {choice.Name}" : FindTopic(code)?.Name ?? code;

    /// <summary>The topic of this code, or null where the list has none.</summary>
    public Topic? FindTopic(string? code) => Topics.FirstOrDefault(topic => string.Equals(topic.Code, code, StringComparison.Ordinal));

    /// <summary>The subtopic of this code, or null where the list has none.</summary>
    public TopicChoice? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);
}
