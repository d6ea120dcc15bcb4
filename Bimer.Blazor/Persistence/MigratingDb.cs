using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Opens the database as migrations need it: by one ordinary connection. To build a table anew on SQLite means to switch the foreign keys
/// off and to drop it; shared connections would do the one here and the other there, and every row that points to the table would be
/// deleted with it. It has no log: on an empty database the framework calls it a failure that there is no history yet.
/// </summary>
/// <param name="also">Last word on the options, for tests.</param>
internal sealed class MigratingDb(DatabaseOptions options, DataFolder folder, Action<DbContextOptionsBuilder>? also = null)
{
    public BimerDbContext Open() => options.Provider == DatabaseProvider.Postgres
        ? new PostgresDb(OptionsOf<PostgresDb>(builder => PersistenceSetup.UsePostgres(builder, Unpooled(options.ConnectionString!))))
        : new SqliteDb(OptionsOf<SqliteDb>(builder => PersistenceSetup.UseSqlite(builder, folder.Database)));

    /// <summary>Nobody comes back for this connection, and nobody stands before it: a table of millions takes its minutes.</summary>
    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString;

    private DbContextOptions<T> OptionsOf<T>(Action<DbContextOptionsBuilder> use)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        use(builder);
        also?.Invoke(builder);
        return builder.Options;
    }
}
