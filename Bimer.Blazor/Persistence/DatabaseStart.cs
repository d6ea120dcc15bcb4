using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// What must be true before the first request: the schema is current and the database keeps what it acknowledges. Weaker settings
/// are refused, not warned about.
/// </summary>
public sealed class DatabaseStart(IDbContextFactory<BimerDbContext> dbFactory, UnitDirectory units)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using (var db = await dbFactory.CreateDbContextAsync(ct))
        {
            DemandSilence(db);
            await db.Database.MigrateAsync(ct);
            await DemandDurabilityAsync(db, ct);
        }

        await units.ReloadAsync(ct);
    }

    /// <summary>With sensitive logging on, every name and number that is written would stand in the log.</summary>
    private static void DemandSilence(BimerDbContext db)
    {
        if (db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.IsSensitiveDataLoggingEnabled == true)
            throw new InvalidOperationException("Sensitive data logging is on for the database; people's data would reach the logs. Turn it off.");
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
                throw new InvalidOperationException($"The database setting {setting} is '{found}'; acknowledged cases would not survive a crash. Set it to {good[0]}.");
        }
    }
}
