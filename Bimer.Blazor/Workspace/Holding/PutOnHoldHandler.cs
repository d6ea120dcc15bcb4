using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Holding;

public sealed record PutOnHold(CommandId Id, RoutingId Routing, HoldTerms Terms);

/// <summary>The holder puts a part on hold, or changes the words of its hold.</summary>
public sealed class PutOnHoldHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(PutOnHold command, CancellationToken ct) => work.ChangeAsync(command.Id, command.Routing.CaseId, ActOf(command), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(PutOnHold command, CancellationToken ct) => work.TryAsync(command.Routing.CaseId, ActOf(command), ct);

    private static Func<CaseFile, Acting, Outcome> ActOf(PutOnHold command) =>
        (caseFile, acting) => caseFile.PutOnHold(command.Routing, command.Terms, acting.Actor, acting.Today, acting.Now);
}
