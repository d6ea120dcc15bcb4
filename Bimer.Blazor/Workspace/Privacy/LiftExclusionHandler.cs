using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Privacy;

public sealed record LiftExclusion(CommandId Id, CaseId CaseId, UnitId Unit, string Reason);

/// <summary>
/// The mark of a gönderilmeyecek kurum is lifted (S38). Whoever is blind to the case finds none to lift it from: being excluded beats
/// the right to lift.
/// </summary>
public sealed class LiftExclusionHandler(CaseWork work, UnitDirectory units)
{
    public Task<Outcome> HandleAsync(LiftExclusion command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.CaseId, (caseFile, acting) =>
        {
            var markedFrom = caseFile.Exclusions.FirstOrDefault(x => x.Unit == command.Unit)?.MarkedFrom ?? command.Unit;
            return caseFile.LiftExclusion(command.Unit, units.LineageOf(markedFrom), command.Reason, acting.Actor, acting.Now);
        }, ct);
}
