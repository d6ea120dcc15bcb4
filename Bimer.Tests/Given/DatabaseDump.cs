using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bimer.Tests.Given;

/// <summary>All that lies in a database, as whoever stole it would read it: the files of SQLite, every row of every table of PostgreSQL.</summary>
internal static class DatabaseDump
{
    public static async Task<byte[]> OfAsync(BimerServer server)
    {
        await using var db = await server.DbAsync();
        return db.Database.IsSqlite() ? await FilesAsync(server.DataPath) : await RowsAsync(db.Database.GetConnectionString()!);
    }

    /// <summary>One table as its rows tell it.</summary>
    public static async Task<byte[]> OfTableAsync(BimerServer server, string table)
    {
        await using var db = await server.DbAsync();
        await db.Database.OpenConnectionAsync();
        await using var select = db.Database.GetDbConnection().CreateCommand();
        select.CommandText = $"SELECT * FROM {table}";
        using var whole = new MemoryStream();
        await using var rows = await select.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++) whole.Write([.. BytesOf(rows.GetValue(column)), (byte)'\n']);
        }

        return whole.ToArray();
    }

    private static byte[] BytesOf(object value) => value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");

    /// <summary>By another process: whoever closes a file here takes from SQLite the locks it holds on it (POSIX).</summary>
    private static async Task<byte[]> FilesAsync(string folder)
    {
        using var reader = Process.Start(new ProcessStartInfo("cat", Directory.GetFiles(folder, "bimer.db*")) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var whole = new MemoryStream();
        await reader.StandardOutput.BaseStream.CopyToAsync(whole);
        await reader.WaitForExitAsync();
        return whole.ToArray();
    }

    private static async Task<byte[]> RowsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = (await connection.GetSchemaAsync("Tables")).Rows.Cast<System.Data.DataRow>()
            .Where(row => row["table_type"] is "BASE TABLE").Select(row => $"\"{row["table_schema"]}\".\"{row["table_name"]}\"").ToList();
        var whole = new StringBuilder();
        foreach (var table in tables)
        {
            using var rows = await connection.BeginTextExportAsync($"COPY {table} TO STDOUT");
            whole.Append(await rows.ReadToEndAsync());
        }

        return Encoding.UTF8.GetBytes(whole.ToString());
    }
}
