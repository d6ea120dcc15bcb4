using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Holding;

public sealed record ResumeCase(CommandId Id, RoutingId Routing);

/// <summary>The holder goes on with what was on hold.</summary>
public sealed class ResumeCaseHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(ResumeCase command, CancellationToken ct) => work.ChangeAsync(command.Id, command.Routing.CaseId, ActOf(command), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(ResumeCase command, CancellationToken ct) => work.TryAsync(command.Routing.CaseId, ActOf(command), ct);

    private static Func<CaseFile, Acting, Outcome> ActOf(ResumeCase command) =>
        (caseFile, acting) => caseFile.Resume(command.Routing, acting.Actor, acting.Now);
}
