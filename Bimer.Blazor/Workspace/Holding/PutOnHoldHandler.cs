using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.Holding;

public sealed record PutOnHold(CommandId Id, RoutingId Routing, HoldTerms Terms)
{
    /// <summary>What is on hold already keeps its own words: they were written for that case alone.</summary>
    public bool KeepsFormer { get; init; }
}

/// <summary>The holder puts a part on hold, or changes the words of its hold.</summary>
public sealed class PutOnHoldHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(PutOnHold command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, ActOf(command, new Refusal.ChangedMeanwhile()), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(PutOnHold command, CancellationToken ct) => work.TryAsync(command.Routing.CaseId, ActOf(command, Outcome.Accepted), ct);

    // A refusal where it is done: the second of two clicks, whose own hold it meets, is then told apart and answered like the first.
    private static Func<CaseFile, Acting, Outcome> ActOf(PutOnHold command, Outcome whereKept) => (caseFile, acting) =>
        command.KeepsFormer && IsHeldBack(caseFile, command.Routing, acting.Actor) ? whereKept : caseFile.PutOnHold(command.Routing, command.Terms, acting.Actor, acting.Today, acting.Now);

    private static bool IsHeldBack(CaseFile caseFile, RoutingId routing, Actor actor) =>
        caseFile.Routings.Any(part => part.Id == routing && part.State == RoutingState.OnHold && part.Custodian == actor.UserId);
}
