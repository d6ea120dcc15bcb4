using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Acknowledging;

public sealed record AcknowledgeCase(CommandId Id, RoutingId Routing);

/// <summary>Bilgi Alındı (S37): the holder puts away what came for information.</summary>
public sealed class AcknowledgeCaseHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(AcknowledgeCase command, CancellationToken ct) => work.ChangeAsync(command.Id, command.Routing.CaseId, ActOf(command), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(AcknowledgeCase command, CancellationToken ct) => work.TryAsync(command.Routing.CaseId, ActOf(command), ct);

    private static Func<CaseFile, Acting, Outcome> ActOf(AcknowledgeCase command) =>
        (caseFile, acting) => caseFile.Acknowledge(command.Routing, acting.Actor, acting.Now);
}
