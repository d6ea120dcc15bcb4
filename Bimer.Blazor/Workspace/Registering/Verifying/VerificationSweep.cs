using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Verifying;

/// <summary>
/// Asks the register again about identities that were taken while it was down (doğrulama bekliyor), with growing pauses. A try is taken before
/// it is made, so that two nodes do not ask twice; one failure ends the round, because the register is down for all. What does not fit counts
/// against the tries of the desk; where they are used up nobody is asked, and the identity waits until they begin anew.
/// </summary>
public sealed class VerificationSweep(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, DeskTries tries, PendingSeal seal, TimeProvider clock)
{
    /// <summary>About ten days with the pauses below.</summary>
    internal const int MostTries = 45;

    private const int AtOnce = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <returns>How many identities were settled.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var settled = 0;
        foreach (var waiting in await DueAsync(ct))
        {
            if (!await TakeAsync(waiting, ct)) continue;
            var verdict = await AskAsync(waiting, ct);
            if (verdict.IsStopped)
            {
                await PutOffAsync(waiting, ct);
                continue;
            }

            var isUnknown = verdict.Check == IdentityCheck.Unverified;
            if (isUnknown && waiting.Tries + 1 < MostTries)
            {
                if (verdict.Person is null) break;
                continue;
            }

            await SettleAsync(waiting.CaseId, isUnknown ? IdentityCheck.Unverifiable : verdict.Check ?? IdentityCheck.Refuted, ct);
            settled++;
        }

        return settled;
    }

    private async Task<List<PendingVerification>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.PendingVerifications.AsNoTracking().Where(v => v.NextAt <= now).OrderBy(v => v.NextAt).Take(AtOnce).ToListAsync(ct);
    }

    /// <summary>True for one of all who saw it due.</summary>
    private async Task<bool> TakeAsync(PendingVerification waiting, CancellationToken ct)
    {
        var next = clock.GetUtcNow() + PauseAfter(waiting.Tries + 1);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await db.PendingVerifications.Where(v => v.CaseId == waiting.CaseId && v.Tries == waiting.Tries)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.Tries, waiting.Tries + 1).SetProperty(v => v.NextAt, next), ct);
        await transaction.CommitAsync(ct);
        return taken == 1;
    }

    private Task<IdentityVerdict> AskAsync(PendingVerification waiting, CancellationToken ct)
    {
        var said = seal.Open(waiting);
        return tries.CheckAsync(
            new DeskAsking(waiting.Officer, waiting.Unit, waiting.CaseId), NationalId.Parse(said.NationalId).Value!,
            PersonName.Parse(said.GivenName, said.Surname).Value!, MaidenNameHint.Answer(MaidenNameChallenge.Desk, said.FirstLetter, said.LastLetter).Value!, ct);
    }

    /// <summary>The try that was taken is given back: nobody was asked.</summary>
    private async Task PutOffAsync(PendingVerification waiting, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.PendingVerifications.Where(v => v.CaseId == waiting.CaseId)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.Tries, waiting.Tries).SetProperty(v => v.NextAt, now + tries.Pause), ct);
        db.Add(IntakeFacts.PutOff(waiting, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task SettleAsync(CaseId id, IdentityCheck result, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        // With where it lies: a box that is narrowed to those who wait for the register is drawn anew.
        var caseFile = await db.Cases.Include(c => c.Routings).Include(c => c.Replies).AsSplitQuery().SingleAsync(c => c.Id == id, ct);
        caseFile.SettleIdentity(result, clock.GetUtcNow());
        db.Remove(await db.PendingVerifications.SingleAsync(v => v.CaseId == id, ct));
        // Lost to somebody else's change it still waits, and is asked again after its pause.
        await committer.CommitAsync(db, new CommandStamp(new CommandId(Guid.NewGuid()), "verification", Actor: null), ct);
    }

    /// <summary>2 minutes, 4, 8 … and then every six hours.</summary>
    internal static TimeSpan PauseAfter(int tries) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, tries), LongestPause.TotalMinutes));
}
