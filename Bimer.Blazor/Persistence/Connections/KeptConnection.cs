using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>
/// A connection that stays open as long as the pooled context it belongs to, and keeps its statements prepared. Opening anew for each
/// read would set the pragmas again, which maps the file again. It reads by itself; what runs in a transaction runs on the
/// <see cref="CommonWriter"/>.
/// </summary>
internal sealed class KeptConnection : SqliteConnection
{
    /// <summary>
    /// What SQLite must promise on every connection: an acknowledged change survives kill -9 and power loss (synchronous FULL; the
    /// journal mode WAL lies in the file), deleted identities are overwritten, the schema may not call functions behind our back.
    /// </summary>
    internal const string Promises =
        "PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA trusted_schema=OFF;PRAGMA secure_delete=ON;PRAGMA mmap_size=1073741824;" + OrdinaryCache;

    /// <summary>16 MiB of pages for each connection.</summary>
    public const string OrdinaryCache = "PRAGMA cache_size=-16384;";

    private readonly CommonWriter _writer;
    private readonly StatementShelf _own;
    private CommonTransaction? _transaction;
    private bool _leaving;

    public KeptConnection(string connectionString, CommonWriter writer) : base(connectionString) => (_writer, _own) = (writer, new StatementShelf(this));

    /// <summary>Where the statements of this moment run.</summary>
    internal StatementShelf Shelf => _transaction is null ? _own : _writer.Shelf;

    public override void Open()
    {
        if (State == ConnectionState.Open) return;
        base.Open();
        try
        {
            _own.Run(Promises);
        }
        catch
        {
            base.Close();   // never kept without its promises
            throw;
        }
    }

    /// <summary>Stays open until it is disposed with its context.</summary>
    public override void Close()
    {
        if (_leaving) base.Close();
    }

    internal void Leave(CommonTransaction transaction)
    {
        if (_transaction == transaction) _transaction = null;
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        _transaction = new CommonTransaction(this, _writer, _writer.Join(ConnectionString));

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        _transaction = new CommonTransaction(this, _writer, await _writer.JoinAsync(ConnectionString, cancellationToken));

    protected override DbCommand CreateDbCommand() => new KeptStatement(this);

    protected override void Dispose(bool disposing)
    {
        _leaving = true;
        _own.Close();
        base.Dispose(disposing);
    }
}
