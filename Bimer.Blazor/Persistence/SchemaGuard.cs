using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>What must not be migrated: a database of a newer version, and one whose last migration was killed half way.</summary>
internal static class SchemaGuard
{
    private const int Looks = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <exception cref="DatabaseRefusedException">It must not be touched; the message says what to do.</exception>
    public static async Task DemandAsync(BimerDbContext db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToList();
        var strange = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(known, StringComparer.Ordinal).ToList();
        if (strange.Count > 0)
            throw new DatabaseRefusedException($"The database was written by another version: it has {strange[^1]}, this program knows {known[^1]} as the last. Start the version that wrote it, or restore the backup made before.");
        if (db.Database.IsSqlite() && await IsLockedAsync(db, ct))
            throw new DatabaseRefusedException(
                $"The database {db.Database.GetDbConnection().DataSource} is being migrated by another start, or a start was killed while it did. If none runs, remove the mark and start again: DELETE FROM __EFMigrationsLock");
    }

    /// <summary>On SQLite the framework's lock is a row, and a row outlives the process that was killed over it: it would be waited for without end.</summary>
    private static async Task<bool> IsLockedAsync(BimerDbContext db, CancellationToken ct)
    {
        if (await CountAsync(db, $"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'", ct) == 0) return false;
        for (var look = 0; look < Looks; look++)
        {
            if (await CountAsync(db, $"SELECT count(*) AS \"Value\" FROM \"__EFMigrationsLock\"", ct) == 0) return false;
            await Task.Delay(BetweenLooks, ct);
        }

        return true;
    }

    private static Task<int> CountAsync(BimerDbContext db, FormattableString sql, CancellationToken ct) => db.Database.SqlQuery<int>(sql).SingleAsync(ct);
}
