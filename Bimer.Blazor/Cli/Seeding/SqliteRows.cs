using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>
/// One insert, prepared once and stepped a row at a time. Without ADO's parameters, which look each name up anew for each row: that
/// alone was half of the writing. What is stored is the same; a test compares it value by value.
/// </summary>
internal sealed class SqliteRows(SqliteConnection connection, BulkTable table) : IDisposable
{
    private readonly sqlite3_stmt _statement = Prepare(connection, table.Insert);

    public void Insert(object row)
    {
        for (var i = 0; i < table.Columns.Count; i++) Check(Bind(i + 1, table.Columns[i].ValueIn(row)));
        Check(raw.sqlite3_step(_statement));
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool flag => raw.sqlite3_bind_int(_statement, place, flag ? 1 : 0),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        DateOnly day => raw.sqlite3_bind_text(_statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"{table.Name} has a column of {value.GetType().Name}."),
    };

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }

    private static sqlite3_stmt Prepare(SqliteConnection connection, string insert)
    {
        var code = raw.sqlite3_prepare_v2(connection.Handle, insert, out var statement);
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return statement;
    }
}
