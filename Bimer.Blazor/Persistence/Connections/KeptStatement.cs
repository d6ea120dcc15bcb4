using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>What EF takes for a new command: once it has its text, it is the kept command of that text.</summary>
internal sealed class KeptStatement(KeptConnection connection) : DbCommand
{
    private StatementShelf? _shelf;
    private SqliteCommand? _command;

    [AllowNull]
    public override string CommandText
    {
        get => _command?.CommandText ?? "";
        set
        {
            if (_command is null) Take(value);
            else _command.CommandText = value;
        }
    }

    public override int CommandTimeout
    {
        get => Command.CommandTimeout;
        set => Command.CommandTimeout = value;
    }

    public override CommandType CommandType { get; set; } = CommandType.Text;
    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept statement belongs to its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => Command.Transaction;
        set => Command.Transaction = value as SqliteTransaction;   // the common one has no object of the driver's
    }

    private SqliteCommand Command => _command ?? Take(null);

    public override void Cancel() => Command.Cancel();
    public override void Prepare() => Command.Prepare();
    public override int ExecuteNonQuery() => Command.ExecuteNonQuery();
    public override object? ExecuteScalar() => Command.ExecuteScalar();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Command.ExecuteReader(behavior);
    protected override DbParameter CreateDbParameter() => Command.CreateParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _command, null) is { } command) _shelf!.GiveBack(command);
        base.Dispose(disposing);
    }

    private SqliteCommand Take(string? text)
    {
        _shelf = connection.Shelf;
        return _command = _shelf.Take(text);
    }
}
