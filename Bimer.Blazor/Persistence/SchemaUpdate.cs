using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Brings the schema up to date, one process of a database at a time.</summary>
internal sealed class SchemaUpdate(MigratingDb database, DataFolder folder)
{
    private const int Looks = 10;

    /// <summary>Of the machine's clock: it waits for another process and measures nothing people know.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <exception cref="DatabaseRefusedException">It must not be touched; the message says what to do.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = database.Open();
        await DemandKnownAsync(db, ct);
        // Asked first: migrating builds the model a second time to compare it and locks the database, even when there is nothing to do.
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        if (db.Database.IsSqlite()) await MigrateAloneAsync(db, ct);
        else await db.Database.MigrateAsync(ct);   // there the framework's lock goes with the connection that held it
    }

    /// <summary>A database of a newer version must not be migrated.</summary>
    private static async Task DemandKnownAsync(BimerDbContext db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToList();
        var strange = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(known, StringComparer.Ordinal).ToList();
        if (strange.Count > 0)
            throw new DatabaseRefusedException($"The database was written by another version: it has {strange[^1]}, this program knows {known[^1]} as the last. Start the version that wrote it, or restore the backup made before.");
    }

    /// <summary>
    /// On SQLite the framework's lock is a row, and a row outlives the process that was killed over it: it would be waited for without
    /// end. A lock on a file goes with its process; whoever has that one knows that nobody else migrates, and takes the row away.
    /// </summary>
    private async Task MigrateAloneAsync(BimerDbContext db, CancellationToken ct)
    {
        await using var alone = await LockAsync(db.Database.GetDbConnection().DataSource, ct);
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"PRAGMA secure_delete=ON", ct);   // what is built anew leaves no names in the pages of the old table
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct) > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
        await ForgetHalvesAsync(db, ct);
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>A table is built anew beside the old one, which is dropped when the new one is whole: where the old one still stands, the other is half.</summary>
    private static async Task ForgetHalvesAsync(BimerDbContext db, CancellationToken ct)
    {
        var halves = await db.Database.SqlQuery<string>(
            $"SELECT half.name AS \"Value\" FROM sqlite_master AS half JOIN sqlite_master AS old ON half.name = 'ef_temp_' || old.name WHERE half.type = 'table'").ToListAsync(ct);
#pragma warning disable EF1002 // names the framework gave
        foreach (var half in halves) await db.Database.ExecuteSqlRawAsync($"DROP TABLE \"{half}\"", ct);
#pragma warning restore EF1002
    }

    private async Task<FileStream> LockAsync(string source, CancellationToken ct)
    {
        for (var look = 0; look < Looks; look++)
        {
            try
            {
                return new FileStream(folder.MigrationLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(folder.MigrationLock))
            {
                await Task.Delay(BetweenLooks, ct);
            }
        }

        throw new DatabaseRefusedException($"The database {source} is being migrated by another start. Wait until that one runs, then start again.");
    }
}
