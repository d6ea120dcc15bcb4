using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>Gives each context a connection of its own that is kept open, see <see cref="KeptConnection"/>.</summary>
internal sealed class KeptConnections(CommonWriter writer) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString!, writer));
}
