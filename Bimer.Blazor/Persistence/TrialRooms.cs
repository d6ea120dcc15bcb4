using System.Globalization;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bimer.Blazor.Persistence;

/// <summary>A database in which an act on one case is tried; nothing of it is left when it is disposed.</summary>
internal sealed record TrialRoom(BimerDbContext Db, IDbContextTransaction Taken) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Taken.DisposeAsync();   // never committed
        await Db.DisposeAsync();
    }
}

/// <summary>
/// Opens such databases. On SQLite by a connection that may only read: the rows an act can change are copied into temporary tables in memory, which
/// stand before the real ones under their names, so that a trial neither waits for the one writer nor keeps it waiting, and could not write if it
/// would. On PostgreSQL a transaction that is taken back; it locks the rows of that case for as long.
/// </summary>
public sealed class TrialRooms(DataFolder folder)
{
    private static readonly string[] _ofTheCase = ["case_routings", "case_movements", "case_replies", "case_exclusions", "case_topics"];

    /// <summary>One for all: the framework keeps what it learns of a model with its options.</summary>
    private readonly Lazy<DbContextOptions<SqliteDb>> _reading = new(() =>
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        PersistenceSetup.UseSqliteForReading(builder, folder.Database);
        return builder.Options;
    });

    /// <param name="people">Whose roles the trial asks for.</param>
    internal async Task<TrialRoom> OpenAsync(IDbContextFactory<BimerDbContext> dbFactory, CaseId id, IReadOnlyList<UserId> people, CancellationToken ct)
    {
        var db = await dbFactory.CreateDbContextAsync(ct);
        try
        {
            if (db.Database.IsSqlite())
            {
                await db.DisposeAsync();
                db = new SqliteDb(_reading.Value);
                await db.Database.OpenConnectionAsync(ct);
                await db.Database.ExecuteSqlRawAsync("PRAGMA temp_store=MEMORY;PRAGMA trusted_schema=OFF;", ct);
            }

            // On SQLite, where it cannot write, this begins to read: nobody's change comes between the copies and what is asked beside them.
            var taken = await db.Database.BeginTransactionAsync(ct);
            if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync(CopiesOf(id, people), ct);
            return new TrialRoom(db, taken);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private static string CopiesOf(CaseId id, IReadOnlyList<UserId> people)
    {
        var (key, who) = (id.Value.ToString(CultureInfo.InvariantCulture), string.Join(',', people.Select(person => person.Value.ToString(CultureInfo.InvariantCulture))));
        string[] copies =
        [
            Copy("cases", "id = " + key), .. _ofTheCase.Select(table => Copy(table, "case_id = " + key)),
            Copy("case_holds", $"routing IN (SELECT id FROM main.case_routings WHERE case_id = {key})"),
            Copy("officers", $"id IN ({who})"), Copy("officer_roles", $"officer IN ({who})"),
        ];
        return string.Concat(copies);
    }

    private static string Copy(string table, string which) => $"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table} WHERE {which};";
}
