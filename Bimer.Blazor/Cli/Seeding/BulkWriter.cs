using System.Data.Common;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Blazor.Persistence.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>
/// Writes rows without change tracking, one transaction a batch: by prepared inserts through the write gate on SQLite, by binary
/// COPY on PostgreSQL. Tables, columns and stored values come from the model.
/// </summary>
public sealed class BulkWriter(IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate, SearchWriter search)
{
    private Dictionary<Type, BulkTable>? _tables;

    internal BulkRows NewRows() => new(search);

    internal async Task WriteAsync(BulkRows rows, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        _tables ??= BulkRows.InOrder.ToDictionary(type => type, type => BulkTable.Of(db.Model, type));
        rows.SortForWriting();
        using var turn = await gate.EnterAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) CopyInto(postgres, rows);
        else InsertInto((SqliteConnection)db.Database.GetDbConnection(), rows);
    }

    private void InsertInto(SqliteConnection connection, BulkRows rows)
    {
        // Holds the index pages of one batch. The connection is kept, so it goes back as it was, also from a batch that failed.
        Execute(connection, "PRAGMA cache_size=-524288");
        try
        {
            InsertAtOnce(connection, rows);
        }
        finally
        {
            Execute(connection, KeptConnection.OrdinaryCache);
        }
    }

    private void InsertAtOnce(SqliteConnection connection, BulkRows rows)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var type in BulkRows.InOrder)
        {
            using var table = new SqliteRows(connection, _tables![type]);
            foreach (var row in rows.Of(type)) table.Insert(row);
        }

        transaction.Commit();
    }

    private void CopyInto(NpgsqlConnection connection, BulkRows rows)
    {
        using var transaction = connection.BeginTransaction();
        // The words of the whole batch are sorted into the index at once, not every few dozen cases.
        Execute(connection, "ALTER INDEX ix_case_words_tokens SET (gin_pending_list_limit = 131072)");
        foreach (var type in BulkRows.InOrder) Copy(connection, _tables![type], rows.Of(type));
        Execute(connection, "SELECT gin_clean_pending_list('ix_case_words_tokens');ALTER INDEX ix_case_words_tokens SET (gin_pending_list_limit = 256)");
        transaction.Commit();
    }

    private static void Copy(NpgsqlConnection connection, BulkTable table, IReadOnlyList<object> rows)
    {
        if (rows.Count == 0) return;
        using var importer = connection.BeginBinaryImport(table.Copy);
        foreach (var row in rows)
        {
            importer.StartRow();
            foreach (var column in table.Columns)
            {
                if (column.ValueIn(row) is { } value) importer.Write(value);
                else importer.WriteNull();
            }
        }

        importer.Complete();
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
