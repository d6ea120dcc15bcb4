using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// What SQLite must promise on every connection: an acknowledged change survives kill -9 and power loss (synchronous FULL; the
/// journal mode WAL lies in the file), deleted identities are overwritten, the schema may not call functions behind our back.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string OnOpen =
        "PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA trusted_schema=OFF;PRAGMA secure_delete=ON;PRAGMA mmap_size=1073741824;PRAGMA cache_size=-16384;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = OnOpen;
        command.ExecuteNonQuery();
    }
}
