using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>
/// Gives each context a connection of its own that is kept open, see <see cref="KeptConnection"/>. They close with the program: the
/// framework's pool forgets its contexts without disposing of them.
/// </summary>
internal sealed class KeptConnections(CommonWriter writer) : DbConnectionInterceptor, IDisposable
{
    private readonly ConcurrentDictionary<DbConnection, bool> _kept = new();

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result)
    {
        var connection = new KeptConnection(eventData.ConnectionString!, writer);
        connection.Disposed += (_, _) => _kept.TryRemove(connection, out bool _);
        _kept.TryAdd(connection, true);
        return InterceptionResult<DbConnection>.SuppressWithResult(connection);
    }

    public void Dispose()
    {
        foreach (var connection in _kept.Keys) connection.Dispose();
    }
}
