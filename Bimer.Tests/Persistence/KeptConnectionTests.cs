using System.Data;
using System.Data.Common;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>What a kept connection promises for as long as it is kept, and that a turn at the gate always comes back (decision 0041).</summary>
public sealed class KeptConnectionTests : IDisposable
{
    private const string NoDatabase = "This is a letter and not a database; no pragma that reads it can succeed.";

    private readonly SqliteFolder _folder = new();
    private readonly WriteGate _gate = new(oneAtATime: true);
    private readonly CommonWriter _writer;

    public KeptConnectionTests() => _writer = new CommonWriter(_gate);

    private string ConnectionString => _folder.ConnectionString + ";Pooling=False";

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("trusted_schema", "0")]
    [InlineData("secure_delete", "1")]
    [InlineData("cache_size", "-16384")]
    public async Task Every_reader_and_the_writer_promise_it_the_first_time_and_from_the_pool(string pragma, string expected)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);

        for (var round = 0; round < 2; round++)
        {
            var contexts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => office.DbAsync()));   // held at once: no two are the same
            foreach (var db in contexts)
            {
                (await AskAsync(db, pragma)).Should().Be(expected);
                await using var writing = await db.Database.BeginTransactionAsync();
                (await AskAsync(db, pragma)).Should().Be(expected, "the writer promises no less");
            }

            foreach (var db in contexts) await db.DisposeAsync();
        }
    }

    [Fact]
    public async Task It_stays_open_while_its_context_rests_in_the_pool()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        DbConnection connection;
        await using (var db = await office.DbAsync())
        {
            await db.Units.AnyAsync();
            connection = db.Database.GetDbConnection();
        }

        connection.State.Should().Be(ConnectionState.Open);
    }

    [Fact]
    public void A_statement_stays_prepared_and_belongs_to_one_caller_at_a_time()
    {
        using var connection = Opened();
        var shelf = connection.Shelf;
        var first = shelf.Take("SELECT 1");
        shelf.Take("SELECT 1").Should().NotBeSameAs(first, "the first is still in somebody's hand");
        shelf.GiveBack(first);

        shelf.Take("SELECT 1").Should().BeSameAs(first);
        shelf.Take("SELECT 1").Should().NotBeSameAs(first, "it is out again");
    }

    [Fact]
    public void What_one_caller_bound_the_next_does_not_find()
    {
        using var connection = Opened();
        var command = connection.Shelf.Take("SELECT $name");
        command.Parameters.AddWithValue("$name", "Ayşe");
        connection.Shelf.GiveBack(command);

        connection.Shelf.Take("SELECT $name").Parameters.Count.Should().Be(0);
    }

    [Fact]
    public void A_connection_that_cannot_promise_is_not_opened()
    {
        File.WriteAllText(_folder.DatabaseFile, NoDatabase);
        using var connection = new KeptConnection(ConnectionString, _writer);

        FluentActions.Invoking(connection.Open).Should().Throw<SqliteException>();

        connection.State.Should().Be(ConnectionState.Closed);
    }

    [Fact]
    public async Task A_transaction_holds_the_gate_until_its_end_and_gives_it_back_once()
    {
        using var connection = Opened();
        var transaction = Begun(connection);
        var next = _gate.EnterAsync(CancellationToken.None).AsTask();
        next.IsCompleted.Should().BeFalse();

        transaction.Commit();
        transaction.Dispose();

        var turn = await next.WaitAsync(Eventually.Patience);
        IsOpen.Should().BeFalse("the end and the disposal are one turn");
        turn.Dispose();
    }

    [Fact]
    public void A_transaction_that_cannot_begin_gives_its_turn_back()
    {
        File.WriteAllText(_folder.DatabaseFile, NoDatabase);
        using var connection = new KeptConnection(ConnectionString, _writer);

        FluentActions.Invoking(() => Begun(connection)).Should().Throw<Exception>();

        IsOpen.Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_transaction_whose_end_fails_gives_its_turn_back_all_the_same(bool keep)
    {
        using var connection = Opened();
        var transaction = Begun(connection);
        connection.Shelf.Run("ROLLBACK");   // as SQLite itself does after some faults

        if (keep) FluentActions.Invoking(transaction.Commit).Should().Throw<SqliteException>();
        transaction.Dispose();

        IsOpen.Should().BeTrue();
        using var after = Begun(connection);
        after.Commit();
    }

    // As EF begins one: the driver's own method of that name hides the one that goes through the gate.
    private static DbTransaction Begun(DbConnection connection) => connection.BeginTransaction();

    /// <summary>Nobody is in: whoever comes gets the turn at once.</summary>
    private bool IsOpen => _gate.EnterAsync(CancellationToken.None).AsTask() is { IsCompleted: true } entered && Leave(entered);

    private static bool Leave(Task<WriteGate.Turn> entered)
    {
        entered.Result.Dispose();
        return true;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    private KeptConnection Opened()
    {
        var connection = new KeptConnection(ConnectionString, _writer);
        connection.Open();
        return connection;
    }

    private static async Task<string?> AskAsync(BimerDbContext db, string pragma)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
