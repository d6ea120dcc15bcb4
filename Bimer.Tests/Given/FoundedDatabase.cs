using Bimer.Blazor.Cli;
using Bimer.Blazor.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>
/// A database as the program's first start leaves it: every migration run, the shipped tree of units laid, nobody in it. It is made once
/// per test run and database; a test works on a copy, which costs a hundredth of making one.
/// </summary>
internal static class FoundedDatabase
{
    private static readonly Lazy<Task<byte[]>> _sqlite = new(FoundSqliteAsync);

    /// <summary>Settings of a copy that belongs to this folder alone; on PostgreSQL also the database, for whoever drops it afterwards.</summary>
    public static async Task<(Dictionary<string, string?> Settings, PostgresDatabase? Postgres)> CopyAsync(Kind kind, SqliteFolder folder)
    {
        var postgres = kind == Kind.Postgres ? await PostgresServer.NewDatabaseAsync("founded", FoundPostgresAsync) : null;
        if (postgres is null) await File.WriteAllBytesAsync(folder.DatabaseFile, await _sqlite.Value);
        return (SettingsOf(kind, folder, postgres?.ConnectionString), postgres);
    }

    internal static Dictionary<string, string?> SettingsOf(Kind kind, SqliteFolder folder, string? connectionString) => new(StringComparer.Ordinal)
    {
        ["Bimer:DataPath"] = folder.Root,
        ["Bimer:Database:Provider"] = kind.ToString(),
        ["Bimer:Database:ConnectionString"] = connectionString,
        ["Bimer:Simulate:Mail"] = "true",
        ["Bimer:Simulate:Sms"] = "true",
        ["Bimer:Simulate:IdentityRegistry"] = "true",
        ["Bimer:Gate:ProofBits"] = "8",   // the same work as in real life, a thousandth of it
    };

    private static async Task FoundPostgresAsync(string connectionString)
    {
        using var folder = new SqliteFolder();
        await FoundAsync(SettingsOf(Kind.Postgres, folder, connectionString), _ => Task.CompletedTask);
    }

    private static async Task<byte[]> FoundSqliteAsync()
    {
        using var folder = new SqliteFolder();
        var whole = folder.At("founded.db");
        // Into one file: what is copied must not lie in a journal beside it.
        await FoundAsync(SettingsOf(Kind.Sqlite, folder, null), db => db.Database.ExecuteSqlAsync($"VACUUM INTO {whole}"));
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(whole);
    }

    private static async Task FoundAsync(Dictionary<string, string?> settings, Func<BimerDbContext, Task> afterwards)
    {
        await using var services = OfficeServices.Of(settings, TimeProvider.System);
        await services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        await services.GetRequiredService<Founding>().LayTreeAsync(CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<BimerDbContext>>().CreateDbContextAsync();
        await afterwards(db);
    }
}
