using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>What one sweep took away.</summary>
/// <param name="Visits">Citizens' visits whose time was over, with their sealed drafts.</param>
/// <param name="Files">Files of those drafts.</param>
public sealed record IntakeSwept(int Visits, int Files);

/// <summary>
/// Takes away what a citizen left unfinished: the page promises that a draft is gone after its day. A case that was filed stays whole;
/// its files are no draft's any more. Running twice, or on two nodes at once, is harmless.
/// </summary>
public sealed class IntakeSweep(IDbContextFactory<BimerDbContext> dbFactory, FileVault vault, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>A post that began in the last second of a visit is long over then.</summary>
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromHours(1);

    public async Task<IntakeSwept> RunAsync(CancellationToken ct)
    {
        var (visits, files) = (0, 0);
        while (await TakeEndedAsync(ct) is { Visits: > 0 } taken) (visits, files) = (visits + taken.Visits, files + taken.Files);
        return new IntakeSwept(visits, files);
    }

    private async Task<IntakeSwept> TakeEndedAsync(CancellationToken ct)
    {
        var endedBefore = clock.GetUtcNow() - AfterTheEnd;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var visits = await db.FilingSessions.Where(s => s.EndsAt <= endedBefore).OrderBy(s => s.EndsAt).Select(s => s.Id).Take(AtOnce).ToListAsync(ct);
        if (visits.Count == 0) return new IntakeSwept(0, 0);

        var files = await db.DraftFiles.Where(f => f.Visit != null && visits.Contains(f.Visit.Value)).Select(f => f.Id).ToListAsync(ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.DraftFiles.Where(f => files.Contains(f.Id)).ExecuteDeleteAsync(ct);
            await db.FilingSessions.Where(s => visits.Contains(s.Id)).ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
        }

        // After the commit: a row without its file would be worse than a file without its row, which UnclaimedSweep finds.
        foreach (var file in files) vault.Delete(new StoredFileId(file.Value));
        return new IntakeSwept(visits.Count, files.Count);
    }
}
