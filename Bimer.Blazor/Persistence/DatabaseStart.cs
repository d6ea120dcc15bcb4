using System.Data.Common;
using Bimer.Blazor.Persistence.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Bimer.Blazor.Persistence;

/// <summary>The database cannot be used at all; says which setting and what to do, never a password.</summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// What must be true before the first request: the schema is current and the database keeps what it acknowledges. Weaker settings
/// are refused, not warned about.
/// </summary>
internal sealed class DatabaseStart(IDbContextFactory<BimerDbContext> dbFactory, SchemaUpdate schema, HeldTables tables, SearchBackfill search)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using (var db = await dbFactory.CreateDbContextAsync(ct))
        {
            DemandSilence(db);
            await ReachAsync(db.Database.GetDbConnection(), ct);
            await schema.RunAsync(ct);
            await DemandDurabilityAsync(db, ct);
            await DemandRunsAsync(db, ct);
        }

        await tables.ReloadAsync(ct);
        await search.RunAsync(ct);
    }

    /// <summary>Past the framework, which would log a stack. A database that is missing is made by the migrations.</summary>
    private static async Task ReachAsync(DbConnection connection, CancellationToken ct)
    {
        try
        {
            await connection.OpenAsync(ct);
            await connection.CloseAsync();
        }
        catch (DbException fault) when (fault is not PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
        {
            throw new DatabaseRefusedException(WordsOf(connection, fault), fault);
        }
    }

    private static string WordsOf(DbConnection connection, DbException fault) => fault switch
    {
        SqliteException => $"The database {connection.DataSource} cannot be opened: {fault.Message}",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}: the database at {connection.DataSource} refuses this user or password.",
        PostgresException refused => $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}: the database at {connection.DataSource} refuses: {refused.MessageText}",
        _ => $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}: nobody answers at {connection.DataSource}. Is PostgreSQL running there, and are host and port right?",
    };

    /// <summary>With sensitive logging on, every name and number that is written would stand in the log.</summary>
    private static void DemandSilence(BimerDbContext db)
    {
        if (db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.IsSensitiveDataLoggingEnabled == true)
            throw new InvalidOperationException("Sensitive data logging is on for the database; people's data would reach the logs. Turn it off.");
    }

    /// <summary>Who sees what of the units below rests on the runs: a tree changed past the program would open cases to strangers.</summary>
    private static async Task DemandRunsAsync(BimerDbContext db, CancellationToken ct)
    {
        if (await UnitRange.StrangeAsync(db, ct) is > 0 and var strange)
            throw new DatabaseRefusedException($"unit_ranges does not say what unit_closure says ({strange} runs differ): officers would see cases that are not theirs, or not all of theirs. Lay the runs anew as docs/operations.md says.");
    }

    private static async Task DemandDurabilityAsync(BimerDbContext db, CancellationToken ct)
    {
        (string Setting, string Sql, string[] Good)[] demands = db.Database.IsSqlite()
            ? [("journal_mode", "PRAGMA journal_mode=WAL", ["wal"]), ("synchronous", "PRAGMA synchronous", ["2", "3"])]
            : [("fsync", "SHOW fsync", ["on"]), ("synchronous_commit", "SHOW synchronous_commit", ["on", "remote_apply", "remote_write", "local"])];
        await db.Database.OpenConnectionAsync(ct);
        foreach (var (setting, sql, good) in demands)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            var found = Convert.ToString(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
            if (!good.Contains(found, StringComparer.OrdinalIgnoreCase))
                throw new DatabaseRefusedException($"The database setting {setting} is '{found}'; acknowledged cases would not survive a crash. Set it to {good[0]}.");
        }
    }
}
