using Npgsql;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>
/// Bulk rows into PostgreSQL: binary COPY, all batches in one transaction. Where they are the greater part of what is there, the index of the
/// words is taken away for them and built at once at the end, at half of what it costs to grow it; the transaction brings it back whatever happens.
/// </summary>
internal sealed class PostgresLoad(NpgsqlConnection connection, IReadOnlyDictionary<Type, BulkTable> tables)
{
    private const string WordsIndex = "ix_case_words_tokens";

    public async Task WriteAsync(IAsyncEnumerable<BulkRows> batches, int cases, Action<int> told, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var anew = Ask<long>("SELECT count(*) FROM case_words") < cases;
        var index = Ask<string>($"SELECT pg_get_indexdef('{WordsIndex}'::regclass)");
        if (anew) Execute($"DROP INDEX {WordsIndex}");
        var done = 0;
        await foreach (var rows in batches.WithCancellation(ct))
        {
            rows.SortForWriting();
            foreach (var type in BulkRows.InOrder) Copy(tables[type], rows.Of(type));
            told(done += rows.Cases);
        }

        if (anew) Execute($"SET LOCAL maintenance_work_mem = '1GB';{index}");
        await transaction.CommitAsync(ct);
    }

    private void Copy(BulkTable table, IReadOnlyList<object> rows)
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

    private T Ask<T>(string sql)
    {
        using var command = Patient(sql);
        return (T)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var command = Patient(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>To count a million rows, and to build an index over them, takes its minutes.</summary>
    private NpgsqlCommand Patient(string sql) => new(sql, connection) { CommandTimeout = 0 };
}
