using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Drafting;

/// <summary>Which intake: a person has one at each desk, and each of them has an id of its own.</summary>
public sealed record IntakeKey(IntakeChannel Channel, Guid Id);

/// <summary>The circumstances of one change of an intake.</summary>
/// <param name="Row">What lies at this desk; none before the first save.</param>
public sealed record IntakeActing(Actor Actor, DeskIntake? Row, BimerDbContext Db);

/// <summary>
/// How every change of what lies at a desk runs: who acts is asked anew, only an officer records, everybody reaches their own desk alone.
/// It is no action on a case: it leaves no movement and rings no bell.
/// </summary>
public sealed class IntakeWork(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    public Task<Outcome<T>> ChangeAsync<T>(IntakeKey key, Func<IntakeActing, Task<Outcome<T>>> act, CancellationToken ct) =>
        DraftTelling.TellAsync(async () =>
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            return await ChangeAsync(db, key, act, ct);
        });

    /// <summary>The same, one after the other: of many who count and then add, each counts what those before it added.</summary>
    public Task<Outcome<T>> ChangeInTurnAsync<T>(IntakeKey key, Func<IntakeActing, Task<Outcome<T>>> act, CancellationToken ct) =>
        DraftTelling.TellAsync(async () =>
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            // On SQLite the transaction is the turn; on PostgreSQL it is the row of the intake.
            await using var turn = await db.Database.BeginTransactionAsync(ct);
            if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT 1 FROM desk_intakes WHERE id = {key.Id.ToByteArray(bigEndian: true)} FOR UPDATE", ct);
            var outcome = await ChangeAsync(db, key, act, ct);
            if (outcome.IsAccepted) await turn.CommitAsync(CancellationToken.None);
            return outcome;
        });

    /// <summary>The same questions without a change.</summary>
    public async Task<Outcome<T>> LookAsync<T>(IntakeChannel channel, Func<IntakeActing, Task<Outcome<T>>> look, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var acting = await OpenAsync(db, channel, ct);
        return acting.Value is { } found ? await look(found) : acting.Refusal!;
    }

    private async Task<Outcome<T>> ChangeAsync<T>(BimerDbContext db, IntakeKey key, Func<IntakeActing, Task<Outcome<T>>> act, CancellationToken ct)
    {
        var acting = await OpenAsync(db, key.Channel, ct);
        if (acting.Value is not { } found) return acting.Refusal!;
        // A window that was left open must not write into what was begun after it, or bring back what was recorded.
        if (found.Row is { } row && row.Id != key.Id) return new Refusal.DraftChanged(row.SavedAt);
        if (found.Row is null && await db.RememberedCommands.AnyAsync(c => c.Id == new CommandId(key.Id), ct)) return new Refusal.DraftChanged(SavedAt: null);
        var outcome = await act(found);
        if (outcome.IsAccepted) await db.SaveChangesAsync(CancellationToken.None);
        return outcome;
    }

    private async Task<Outcome<IntakeActing>> OpenAsync(BimerDbContext db, IntakeChannel channel, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        if (!channel.IsDesk() || !actor.UnitsAs(OfficerRole.CaseOfficer).Any()) return new Refusal.NotFound();
        return new IntakeActing(actor, await db.DeskIntakes.SingleOrDefaultAsync(i => i.Person == actor.UserId && i.Channel == channel, ct), db);
    }
}
