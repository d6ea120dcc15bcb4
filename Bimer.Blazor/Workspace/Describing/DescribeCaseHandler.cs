using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

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
        if (caseFile.ChangeKind(part, command.Kind, calendar, actor, now).Refusal is { } otherKind) return await WithWhoAsync(otherKind, caseFile.Id, acting.Db, ct);
        if (caseFile.ChangePriority(part, command.Priority, actor, now).Refusal is { } otherPriority) return await WithWhoAsync(otherPriority, caseFile.Id, acting.Db, ct);
        return caseFile.ChangeTopics(part, command.Topics, actor, now);
    }

    // The movements of a case are not read for its acts.
    private static async Task<Refusal> WithWhoAsync(Refusal refusal, CaseId id, BimerDbContext db, CancellationToken ct) => refusal switch
    {
        Refusal.KindChangedMeanwhile other => other with { Last = await LastAsync(db, id, MovementKind.KindChanged, ct) },
        Refusal.PriorityChangedMeanwhile other => other with { Last = await LastAsync(db, id, MovementKind.PriorityChanged, ct) },
        _ => refusal,
    };

    private static Task<CorrectedBy?> LastAsync(BimerDbContext db, CaseId id, MovementKind kind, CancellationToken ct) => db.Movements
        .Where(m => m.CaseId == id && m.Kind == kind && m.By != null).OrderByDescending(m => m.Sequence).Select(m => new CorrectedBy(m.By!.Value, m.At)).FirstOrDefaultAsync(ct);
}
