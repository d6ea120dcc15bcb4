using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Following;

/// <param name="For">The unit it was followed for; none for the person.</param>
public sealed record UnfollowCase(CommandId Id, CaseId CaseId, UnitId? For);

/// <summary>Başvuru Takibini Bırak (S31).</summary>
public sealed class UnfollowCaseHandler(CaseWork work, UnitDirectory units)
{
    public Task<Outcome> HandleAsync(UnfollowCase command, CancellationToken ct) => work.ChangeAsync(command.Id, command.CaseId, ActOf(command, ct), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, ValueTask{Outcome}}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(UnfollowCase command, CancellationToken ct) => work.TryAsync(command.CaseId, ActOf(command, ct), ct);

    private Func<CaseFile, Acting, ValueTask<Outcome>> ActOf(UnfollowCase command, CancellationToken ct) => async (caseFile, acting) =>
    {
        await acting.Db.LoadFollowersAsync(caseFile, ct);
        return command.For is { } unit
            ? caseFile.UnfollowFor(units.LineageOf(unit), acting.Actor, acting.Now)
            : caseFile.Unfollow(acting.Actor, acting.Now);
    };
}
