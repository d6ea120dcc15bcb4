using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

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
    /// On SQLite the framework commits several times within a migration that builds a table anew, because it switches the foreign keys off
    /// half way and that stands outside every transaction: killed in between, such a migration could never be made. And its lock is a row,
    /// which outlives the process. So its script runs here, the keys switched off before, behind a lock on a file that goes with its
    /// process: a migration and its line in the history are one transaction. SQL of a migration's own ends with a semicolon: it runs as part
    /// of one text.
    /// </summary>
    private async Task MigrateAloneAsync(BimerDbContext db, CancellationToken ct)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var alone = await LockAsync(connection.DataSource, ct);
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"PRAGMA secure_delete=ON", ct);   // what is built anew leaves no names in the pages of the old table
        await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys=OFF", ct);   // of this connection, which nobody has after it
        var made = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? Migration.InitialDatabase;
        foreach (var next in await db.Database.GetPendingMigrationsAsync(ct))
        {
            var script = db.GetService<IMigrator>().GenerateScript(made, next, MigrationsSqlGenerationOptions.NoTransactions);
            await RunWholeAsync(connection, script, ct);
            made = next;
        }
    }

    private static async Task RunWholeAsync(SqliteConnection connection, string script, CancellationToken ct)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText, command.CommandTimeout) = (transaction, script, 0);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
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
