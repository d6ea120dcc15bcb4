using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>Most subtopics one case has, included; what a desk recorded beyond that stays.</summary>
    public const int MostTopics = 10;

    /// <summary>
    /// The holder says anew what the case is about, while sending it on (konu/alt konu, S37). Only what the holder changed is changed: what
    /// another holder added meanwhile stays. A case that has a topic keeps one at least. Changing nothing leaves no movement.
    /// </summary>
    public Outcome ChangeTopics(RoutingId routingId, TopicChange change, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (change.IsNone) return Outcome.Accepted;
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;

        List<string> before = [.. _topics.OrderBy(t => t.Ordinal).Select(t => t.Code)];
        var after = change.Of(before);
        if (after.Count == 0 && before.Count > 0) return new Refusal.TopicsMissing();
        if (after.Count > Math.Max(MostTopics, before.Count)) return new Refusal.TooManyTopics(MostTopics);
        var made = TopicChange.Between(before, after);
        if (made.IsNone) return Outcome.Accepted;

        var last = _topics.Select(t => t.Ordinal).DefaultIfEmpty().Max();   // also of those that go: no place is given twice in one change
        _topics.RemoveAll(t => made.Removed.Contains(t.Code, StringComparer.Ordinal));
        _topics.AddRange(made.Added.Select((code, index) => new CaseTopic { CaseId = Id, Ordinal = last + index + 1, Code = code }));
        MovementCount++;
        _movements.Add(new Movement { CaseId = Id, Sequence = MovementCount, Kind = MovementKind.TopicsChanged, At = now, By = actor.UserId, Topics = made.ToString() });
        Raise(new CaseTopicsChanged(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }
}
