using Microsoft.Data.Sqlite;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>Keeps the statements of one connection prepared: parsing a box query takes longer than running it.</summary>
internal sealed class StatementShelf(SqliteConnection connection)
{
    /// <summary>The product has fewer texts than this; only what is generated without end would pass it.</summary>
    private const int MostKept = 300;
    private const int LongestKept = 20_000;

    // A command of the common writer may be given back when its taker's turn is over.
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);
    private bool _isClosed;

    /// <summary>A command of this text, prepared if it ran here before. It is the caller's alone until given back.</summary>
    public SqliteCommand Take(string? text)
    {
        SqliteCommand? command = null;
        lock (_lock)
        {
            if (text is null || !_kept.Remove(text, out command)) return new SqliteCommand(text, connection);
        }

        command.Prepare();
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        lock (_lock)
        {
            if (_kept.Count >= MostKept) Forget();
            if (_isClosed || command.CommandText.Length > LongestKept || !_kept.TryAdd(command.CommandText, command)) command.Dispose();
        }
    }

    /// <summary>Runs a statement without parameters.</summary>
    public void Run(string text)
    {
        var command = Take(text);
        try
        {
            command.ExecuteNonQuery();
        }
        finally
        {
            GiveBack(command);
        }
    }

    /// <summary>Nothing is kept from now on.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Forget();
        }
    }

    private void Forget()
    {
        foreach (var command in _kept.Values) command.Dispose();
        _kept.Clear();
    }
}
