using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>What the case is about, said anew with the forward (konu/alt konu, S37): of the whole case, not of one recipient.</summary>
public sealed partial class ForwardPage
{
    private IReadOnlyList<TopicChoice> _topicsBefore = [], _topics = [];
    private IReadOnlyList<AdvisedTopic> _advised = [];
    private string? _topicProblem;

    [Inject] public required TopicDirectory TopicList { get; init; }
    [Inject] public required TopicAdviser Adviser { get; init; }

    // Of what is known alone: a code that no list has any more stays with the case.
    private TopicChange Topics => TopicChange.Between([.. _topicsBefore.Select(t => t.Code)], [.. _topics.Select(t => t.Code)]);

    private void ShowTopics(ForwardDesk desk, TopicChange changed)
    {
        _topicsBefore = [.. desk.Topics.Select(TopicList.Find).OfType<TopicChoice>()];
        _advised = Adviser.Beyond(desk.Case.Text, _topicsBefore);
        _topics = [.. changed.Of([.. _topicsBefore.Select(t => t.Code)]).Select(TopicList.Find).OfType<TopicChoice>()];
    }

    private void TopicsChosen(IReadOnlyList<TopicChoice> chosen)
    {
        (_topics, _topicProblem, _intent) = (chosen, null, new CommandId(Guid.NewGuid()));
        Keep();
    }

    private bool MarkTopics(Refusal refusal, string sentence)
    {
        _topicProblem = refusal is Refusal.TopicsMissing or Refusal.TooManyTopics or Refusal.UnknownTopic ? sentence : null;
        return _topicProblem is not null;
    }
}
