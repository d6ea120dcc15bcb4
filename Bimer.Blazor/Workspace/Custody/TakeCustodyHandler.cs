using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Custody;

public sealed record TakeCustody(CommandId Id, RoutingId Routing);

/// <summary>An officer opens a case in the unit inbox; from now on it is theirs.</summary>
public sealed class TakeCustodyHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(TakeCustody command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => caseFile.TakeCustody(command.Routing, acting.Actor, acting.Now), ct);
}
