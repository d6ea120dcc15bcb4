using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>
/// A connection that stays open as long as the pooled context it belongs to, and keeps its statements prepared. Opening anew for each
/// read would set the pragmas again, which maps the file again, and parsing a box query takes longer than running it.
/// </summary>
internal sealed class KeptConnection(string connectionString, WriteGate gate) : SqliteConnection(connectionString)
{
    /// <summary>
    /// What SQLite must promise on every connection: an acknowledged change survives kill -9 and power loss (synchronous FULL; the
    /// journal mode WAL lies in the file), deleted identities are overwritten, the schema may not call functions behind our back.
    /// </summary>
    private const string Promises =
        "PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA trusted_schema=OFF;PRAGMA secure_delete=ON;PRAGMA mmap_size=1073741824;" + OrdinaryCache;

    /// <summary>16 MiB of pages for each connection.</summary>
    public const string OrdinaryCache = "PRAGMA cache_size=-16384;";

    /// <summary>The product has fewer texts than this; only what is generated without end would pass it.</summary>
    private const int MostKept = 300;
    private const int LongestKept = 20_000;

    private readonly Dictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);
    private bool _leaving;

    public override void Open()
    {
        if (State == ConnectionState.Open) return;
        base.Open();
        try
        {
            using var command = CreateCommand();
            command.CommandText = Promises;
            command.ExecuteNonQuery();
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

    /// <summary>A command of this text, prepared if it ran here before. It is the caller's alone until given back.</summary>
    internal SqliteCommand Take(string text)
    {
        if (!_kept.Remove(text, out var command)) return new SqliteCommand(text, this);
        command.Prepare();
        return command;
    }

    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_kept.Count >= MostKept) Forget();
        if (_leaving || command.CommandText.Length > LongestKept || !_kept.TryAdd(command.CommandText, command)) command.Dispose();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => Begin(isolationLevel, gate.Enter());

    protected override async ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        Begin(isolationLevel, await gate.EnterAsync(cancellationToken));

    protected override DbCommand CreateDbCommand() => new KeptStatement(this);

    protected override void Dispose(bool disposing)
    {
        _leaving = true;
        Forget();
        base.Dispose(disposing);
    }

    private KeptTransaction Begin(IsolationLevel isolationLevel, WriteGate.Turn turn)
    {
        try
        {
            return new KeptTransaction(BeginTransaction(isolationLevel), this, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private void Forget()
    {
        foreach (var command in _kept.Values) command.Dispose();
        _kept.Clear();
    }
}
