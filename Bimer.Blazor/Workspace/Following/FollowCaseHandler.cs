using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Following;

/// <param name="For">The unit it is followed for; none for the person.</param>
public sealed record FollowCase(CommandId Id, CaseId CaseId, UnitId? For);

/// <summary>Başvuruyu Takip Et (S31): whoever reads a case may watch its way. An envelope tells nothing that could be watched.</summary>
public sealed class FollowCaseHandler(CaseWork work, UnitDirectory units)
{
    public Task<Outcome> HandleAsync(FollowCase command, CancellationToken ct) => work.ChangeAsync(command.Id, command.CaseId, ActOf(command, ct), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, ValueTask{Outcome}}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(FollowCase command, CancellationToken ct) => work.TryAsync(command.CaseId, ActOf(command, ct), ct);

    private Func<CaseFile, Acting, ValueTask<Outcome>> ActOf(FollowCase command, CancellationToken ct) => async (caseFile, acting) =>
    {
        var (stand, part) = CaseStanding.Of(caseFile, acting.Actor, units.LineageOf);
        if (stand is CaseStand.Envelope or CaseStand.Sealed) return new Refusal.NotOpened(part.To);
        await acting.Db.LoadFollowersAsync(caseFile, ct);
        return command.For is { } unit
            ? caseFile.FollowFor(units.LineageOf(unit), acting.Actor, acting.Now)
            : caseFile.Follow(acting.Actor, acting.Now);
    };
}

internal static class FollowersOfACase
{
    /// <summary>Both kinds: the verbs of following judge by who follows already.</summary>
    public static async Task LoadFollowersAsync(this BimerDbContext db, CaseFile caseFile, CancellationToken ct)
    {
        await db.Entry(caseFile).Collection(c => c.Followers).LoadAsync(ct);
        await db.Entry(caseFile).Collection(c => c.FollowingUnits).LoadAsync(ct);
    }
}
