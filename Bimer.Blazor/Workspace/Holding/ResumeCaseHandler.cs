using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Holding;

public sealed record ResumeCase(CommandId Id, RoutingId Routing);

/// <summary>The holder goes on with what was on hold.</summary>
public sealed class ResumeCaseHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(ResumeCase command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => caseFile.Resume(command.Routing, acting.Actor, acting.Now), ct);
}
