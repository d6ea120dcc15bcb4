using System.Diagnostics;
using FluentAssertions;
using Npgsql;
using Xunit;

namespace Bimer.Tests.Given.Proofs;

public sealed class ServerProofs
{
    [Fact]
    public async Task A_prepared_database_is_copied_and_each_copy_is_alone()
    {
        await using var first = await PostgresServer.NewDatabaseAsync("proof", PrepareAsync);
        await using var second = await PostgresServer.NewDatabaseAsync("proof", PrepareAsync);

        await ReadAsync(first.ConnectionString, "insert into words values ('ikinci') returning 1");

        (await ReadAsync(first.ConnectionString, "select count(*) from words")).Should().Be(2L);
        (await ReadAsync(second.ConnectionString, "select count(*) from words")).Should().Be(1L);
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("listen_addresses", "127.0.0.1")]
    public async Task The_server_keeps_its_promises_as_in_real_life(string setting, string expected)
    {
        await using var database = await PostgresServer.NewDatabaseAsync();

        (await ReadAsync(database.ConnectionString, $"select current_setting('{setting}')")).Should().Be(expected);
    }

    [Fact]
    public async Task A_child_runs_its_last_will_when_the_test_run_dies()
    {
        using var folder = new SqliteFolder();
        var note = Path.Combine(folder.Root, "note");
        var child = ChildProcess.Start(
            new ProcessStartInfo("sleep", ["600"]), lastWill: $"kill -9 $1; echo done > '{note}'");

        child.BreakPipe();

        await Eventually.TrueAsync(() => File.Exists(note) && child.HasExited, "the will was carried out");
        await child.DisposeAsync();
    }

    private static Task PrepareAsync(string connectionString) =>
        ReadAsync(connectionString, "create table words (word text); insert into words values ('ilk') returning 1");

    private static async Task<object?> ReadAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the words above, nobody else's
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
