using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Recalling;

public sealed record RecallCase(CommandId Id, RoutingId Routing);

/// <summary>The sender takes one leg back; who reads it in the same instant and who takes it back exclude each other by the leg's version.</summary>
public sealed class RecallCaseHandler(RecallPolicies policies, WorkingCalendar calendar, CaseWork work)
{
    public Task<Outcome> HandleAsync(RecallCase command, CancellationToken ct) => work.ChangeAsync(command.Id, command.Routing.CaseId, ActOf(command), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(RecallCase command, CancellationToken ct) => work.TryAsync(command.Routing.CaseId, ActOf(command), ct);

    private Func<CaseFile, Acting, Outcome> ActOf(RecallCase command) =>
        (caseFile, acting) => caseFile.RoutingOf(command.Routing) is { From: { } sender }
            ? caseFile.Recall(command.Routing, policies.Of(sender), calendar, acting.Actor, acting.Now)
            : new Refusal.NotTheSender(caseFile.RoutingOf(command.Routing).To);
}
