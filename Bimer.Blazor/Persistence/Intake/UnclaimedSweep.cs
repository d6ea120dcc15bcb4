using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>What one sweep did.</summary>
/// <param name="SetAside">Files no row knows, taken from their shelves and kept.</param>
/// <param name="TakenBack">Files set aside that a row does know, put back.</param>
/// <param name="Removed">Files nobody claimed in all their time.</param>
public sealed record UnclaimedSwept(int SetAside, int TakenBack, int Removed);

/// <summary>
/// Sees to the files that no row knows (sahipsiz dosya). Most are what a crash left; but the folder may as well have been given the wrong database, or
/// an older one from a copy. So none is deleted at once, and one older than the database itself is not touched at all.
/// </summary>
public sealed class UnclaimedSweep(IDbContextFactory<BimerDbContext> dbFactory, FileVault vault, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>A file without a row may belong to a transaction that is about to commit.</summary>
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(1);

    /// <summary>How long a file waits for a database that knows it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task<UnclaimedSwept> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await BegunAtAsync(ct) is not { } begun) return new UnclaimedSwept(0, 0, 0);

        vault.RemoveDraftsOlderThan(now - OrphanAge);
        var aside = vault.FilesSetAside();
        var known = await KnownAsync(aside.Select(file => file.Id), ct);
        foreach (var file in known) vault.TakeBack(file);
        var over = aside.Where(file => file.At <= now - Kept && !known.Contains(file.Id)).ToList();
        foreach (var file in over) vault.Delete(file.Id);

        var lost = vault.OrphansOlderThan(now - OrphanAge, new HashSet<StoredFileId>(), since: begun);
        var orphans = lost.Except(await KnownAsync(lost, ct)).ToList();
        foreach (var file in orphans) vault.SetAside(file, now);
        return new UnclaimedSwept(orphans.Count, known.Count, over.Count);
    }

    /// <summary>The oldest thing this database remembers; none when nothing ever happened in it.</summary>
    private async Task<DateTimeOffset?> BegunAtAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.AuditEntries.OrderBy(a => a.Sequence).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(ct);
    }

    private async Task<HashSet<StoredFileId>> KnownAsync(IEnumerable<StoredFileId> files, CancellationToken ct)
    {
        HashSet<StoredFileId> all = [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var some in files.Chunk(AtOnce))
        {
            // One statement for both: between two, a draft's file could become a case's and be in neither answer.
            var ids = some.Select(file => new AttachmentId(file.Value)).ToList();
            var known = await db.DraftFiles.Where(f => ids.Contains(f.Id)).Select(f => f.Id)
                .Concat(db.Attachments.Where(a => ids.Contains(a.Id)).Select(a => a.Id)).ToListAsync(ct);
            all.UnionWith(known.Select(id => new StoredFileId(id.Value)));
        }

        return all;
    }
}
