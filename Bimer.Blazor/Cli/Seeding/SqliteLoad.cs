using Bimer.Blazor.Persistence.Connections;
using Microsoft.Data.Sqlite;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Bulk rows into SQLite: prepared inserts, one transaction a batch.</summary>
internal sealed class SqliteLoad(SqliteConnection connection, IReadOnlyDictionary<Type, BulkTable> tables)
{
    /// <summary>Holds the index pages of one batch.</summary>
    private const string GreatCache = "PRAGMA cache_size=-524288;";

    /// <summary>The words of a batch become one segment of the index, and segments are merged by sixteen instead of by four.</summary>
    private const string WordsAtOnce =
        """
        INSERT INTO case_search(case_search, rank) VALUES('hashsize', 268435456);
        INSERT INTO case_search(case_search, rank) VALUES('automerge', 0);
        """;

    /// <summary>What FTS5 does by itself. Each of these writes down first what the index still held in memory.</summary>
    private const string WordsAsEver =
        """
        INSERT INTO case_search(case_search, rank) VALUES('hashsize', 1048576);
        INSERT INTO case_search(case_search, rank) VALUES('automerge', 4);
        """;

    public async Task WriteAsync(IAsyncEnumerable<BulkRows> batches, Action<int> told, CancellationToken ct)
    {
        // The connection is kept, so it goes back as it was, also from a batch that failed.
        Execute(GreatCache);
        try
        {
            var done = 0;
            await foreach (var rows in batches.WithCancellation(ct))
            {
                Write(rows);
                told(done += rows.Cases);
            }
        }
        finally
        {
            Execute(KeptConnection.OrdinaryCache);
        }
    }

    private void Write(BulkRows rows)
    {
        rows.SortForWriting();
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(WordsAtOnce);
        foreach (var type in BulkRows.InOrder)
        {
            using var table = new SqliteRows(connection, tables[type]);
            foreach (var row in rows.Of(type)) table.Insert(row);
        }

        Execute(WordsAsEver);
        transaction.Commit();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
