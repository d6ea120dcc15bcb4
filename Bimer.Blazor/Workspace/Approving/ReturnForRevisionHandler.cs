using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Approving;

public sealed record ReturnForRevision(CommandId Id, RoutingId Routing, string ContentHash, string Note);

/// <summary>The approver sends the letter back to its writer with a note.</summary>
public sealed class ReturnForRevisionHandler(CaseWork work, DecidedMeanwhile meanwhile)
{
    public async Task<Outcome> HandleAsync(ReturnForRevision command, CancellationToken ct)
    {
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId,
            (caseFile, acting) => caseFile.ReturnForRevision(command.Routing, command.ContentHash, command.Note, acting.Actor, acting.Now), ct);
        return await meanwhile.ExplainAsync(outcome, command.Routing, ct);
    }
}
