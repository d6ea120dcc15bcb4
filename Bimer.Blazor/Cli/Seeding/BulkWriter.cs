using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Writes rows without change tracking. Tables, columns and stored values come from the model.</summary>
public sealed class BulkWriter(IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate, SearchWriter search)
{
    private Dictionary<Type, BulkTable>? _tables;

    internal BulkRows NewRows() => new(search);

    /// <param name="batches">The rows of some thousand cases each.</param>
    /// <param name="cases">How many cases they are together.</param>
    /// <param name="told">Called with how many cases are written, after each batch.</param>
    internal async Task WriteAsync(IAsyncEnumerable<BulkRows> batches, int cases, Action<int> told, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        _tables ??= BulkRows.InOrder.ToDictionary(type => type, type => BulkTable.Of(db.Model, type));
        using var turn = await gate.EnterAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) await new PostgresLoad(postgres, _tables).WriteAsync(batches, cases, told, ct);
        else await new SqliteLoad((SqliteConnection)db.Database.GetDbConnection(), _tables).WriteAsync(batches, told, ct);
    }
}
