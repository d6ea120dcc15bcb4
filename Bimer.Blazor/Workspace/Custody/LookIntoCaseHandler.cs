using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Custody;

public sealed record LookIntoCase(CommandId Id, RoutingId Routing);

/// <summary>
/// Bak: who coordinates or manages reads a case without taking it, and that is written down before anything of it is shown. Who looks and who
/// takes it back in the same instant exclude each other by the part's version.
/// </summary>
public sealed class LookIntoCaseHandler(CaseWork work, UnitDirectory units)
{
    public Task<Outcome> HandleAsync(LookIntoCase command, CancellationToken ct) => work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) =>
        caseFile.LookInto(command.Routing, [.. caseFile.Routings.Where(part => part.IsOpen).Select(part => units.LineageOf(part.To))], acting.Actor, acting.Now), ct);
}
