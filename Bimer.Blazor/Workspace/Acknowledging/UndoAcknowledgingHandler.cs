using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Acknowledging;

public sealed record UndoAcknowledging(CommandId Id, RoutingId Routing);

/// <summary>Vazgeç: the person who has just put it away has it again.</summary>
public sealed class UndoAcknowledgingHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(UndoAcknowledging command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => caseFile.UndoAcknowledging(command.Routing, acting.Actor, acting.Now), ct);
}
