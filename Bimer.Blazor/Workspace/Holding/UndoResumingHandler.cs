using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Holding;

public sealed record UndoResuming(CommandId Id, RoutingId Routing);

/// <summary>Vazgeç: what has just been taken off hold is on hold again.</summary>
public sealed class UndoResumingHandler(CaseWork work)
{
    public Task<Outcome> HandleAsync(UndoResuming command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            await acting.Db.Entry(caseFile).Collection(c => c.Holds).LoadAsync(ct);   // of what is not on hold they are not there yet
            return caseFile.UndoResuming(command.Routing, acting.Actor, acting.Now);
        }, ct);
}
