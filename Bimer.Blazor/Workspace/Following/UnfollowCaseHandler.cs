using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Following;

/// <param name="For">The unit it was followed for; none for the person.</param>
public sealed record UnfollowCase(CommandId Id, CaseId CaseId, UnitId? For);

/// <summary>Başvuru Takibini Bırak (S31).</summary>
public sealed class UnfollowCaseHandler(CaseWork work, UnitDirectory units)
{
    public Task<Outcome> HandleAsync(UnfollowCase command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.CaseId, async (caseFile, acting) =>
        {
            await acting.Db.LoadFollowersAsync(caseFile, ct);
            return command.For is { } unit
                ? caseFile.UnfollowFor(units.LineageOf(unit), acting.Actor, acting.Now)
                : caseFile.Unfollow(acting.Actor, acting.Now);
        }, ct);
}
