using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>
/// The one connection through which all transactions of this process write on SQLite. Whoever stands in the queue while another writes goes
/// on in the same transaction, set apart by a savepoint, and all of them share one wait for the disk. A connection of its own for each
/// would throw its cached pages away at every change of another.
/// </summary>
internal sealed class CommonWriter(WriteGate gate) : IDisposable
{
    private const int MostTogether = 16;

    private SqliteConnection? _connection;
    private StatementShelf? _shelf;
    private Company? _company;

    /// <summary>For whoever has joined, until they leave.</summary>
    public StatementShelf Shelf => _shelf ?? throw new InvalidOperationException("Nobody has joined.");

    public Company Join(string connectionString) => Begin(connectionString, gate.EnterTogether());

    public async ValueTask<Company> JoinAsync(string connectionString, CancellationToken ct) => Begin(connectionString, await gate.EnterTogetherAsync(ct));

    /// <summary>Ends one's part and lets the next in: into the same company if one waits, otherwise after the commit.</summary>
    public void Leave(Company company, bool keep)
    {
        var isPassedOn = false;
        try
        {
            Finish(company, keep);
            isPassedOn = _company is { Members: < MostTogether } && gate.TryPassOn();
            if (!isPassedOn) Settle();
        }
        catch (Exception fault)
        {
            Break(fault);   // whatever it was, all who share the commit are told, each where they wait for it
        }
        finally
        {
            if (!isPassedOn) new WriteGate.Turn(gate).Dispose();
        }
    }

    public void Dispose()
    {
        _shelf?.Close();
        _connection?.Dispose();
        (_shelf, _connection) = (null, null);
    }

    private Company Begin(string connectionString, WriteGate.Turn turn)
    {
        try
        {
            Open(connectionString);
            Shelf.Run(_company is null ? "BEGIN IMMEDIATE" : "SAVEPOINT member");
            _company ??= new Company();
            _company.Enter();
            return _company;
        }
        catch
        {
            try
            {
                Settle();   // those before did not fail
            }
            finally
            {
                turn.Dispose();
            }

            throw;
        }
    }

    private void Open(string connectionString)
    {
        if (_company is not null || _connection is { State: ConnectionState.Open }) return;   // a company cannot go on elsewhere
        Dispose();
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            var shelf = new StatementShelf(connection);
            shelf.Run(KeptConnection.Promises);
            (_connection, _shelf) = (connection, shelf);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Finish(Company company, bool keep)
    {
        // After some faults (no space left) SQLite takes the whole transaction back by itself, and with it everybody's part.
        if (raw.sqlite3_get_autocommit(_connection!.Handle) != 0) throw new SqliteException("The common transaction was taken back.", raw.SQLITE_FULL);
        if (company.Members > 1)
        {
            if (!keep) Shelf.Run("ROLLBACK TO member");
            Shelf.Run("RELEASE member");
        }
        else if (!keep)
        {
            Shelf.Run("ROLLBACK");
            _company = null;
            company.Commit();
        }
    }

    /// <summary>The commit for all; from here on their changes survive whatever comes.</summary>
    private void Settle()
    {
        if (_company is not { } company) return;
        try
        {
            Shelf.Run("COMMIT");
            _company = null;
            company.Commit();
        }
        catch (Exception fault)
        {
            Break(fault);
        }
    }

    private void Break(Exception fault)
    {
        var company = _company;
        _company = null;
        try
        {
            if (_connection?.Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0) Shelf.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            Dispose();   // what is still open ends with the connection; the next writer opens another
        }
        finally
        {
            company?.Fail(fault);
        }
    }
}
