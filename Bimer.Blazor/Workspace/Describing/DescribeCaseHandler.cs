using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Describing;

/// <summary>What is corrected of a case; each from what its holder saw.</summary>
public sealed record DescribeCase(CommandId Id, RoutingId Routing, Correction<CaseKind> Kind, Correction<Priority> Priority, TopicChange Topics);

/// <summary>The holder corrects kind, priority and topics: all of it, or nothing.</summary>
public sealed class DescribeCaseHandler(CaseWork work, WorkingCalendar calendar, TopicDirectory topics)
{
    public Task<Outcome> HandleAsync(DescribeCase command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => DoAsync(command, caseFile, acting, ct), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(DescribeCase command, CancellationToken ct) =>
        work.TryAsync(command.Routing.CaseId, (caseFile, acting) => DoAsync(command, caseFile, acting, ct), ct);

    private async ValueTask<Outcome> DoAsync(DescribeCase command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        if (command.Topics.Added.FirstOrDefault(code => topics.Find(code) is null) is { } unknown) return new Refusal.UnknownTopic(unknown);
        if (!command.Topics.IsNone) await acting.Db.Entry(caseFile).Collection(c => c.Topics).LoadAsync(ct);
        var (part, actor, now) = (command.Routing, acting.Actor, acting.Now);
        if (caseFile.ChangeKind(part, command.Kind, calendar, actor, now).Refusal is { } otherKind) return otherKind;
        if (caseFile.ChangePriority(part, command.Priority, actor, now).Refusal is { } otherPriority) return otherPriority;
        return caseFile.ChangeTopics(part, command.Topics, actor, now);
    }
}
