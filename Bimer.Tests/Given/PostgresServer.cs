using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Npgsql;

namespace Bimer.Tests.Given;

/// <summary>
/// One warm PostgreSQL of our own for the whole test run: private cluster, loopback port, flushing as in real life. It lies in the
/// machine's memory where there is room: dropping one database flushes all of them, which on a disk costs a test half a second. Where
/// something is measured it lies on the disk.
/// </summary>
public sealed class PostgresServer
{
    private const string Memory = "/dev/shm";
    private const long Room = 4L << 30;

    private static readonly Lazy<Task<PostgresServer>> _shared = new(() => StartAsync(IsMeasured || !HasRoom(Memory) ? Path.GetTempPath() : Memory));
    private static int _databases;

    private readonly ConcurrentDictionary<string, Lazy<Task>> _templates = new(StringComparer.Ordinal);
    private readonly string _folder;
    private readonly int _port;
    private readonly ChildProcess _server;

    private PostgresServer(string folder, int port, ChildProcess server) => (_folder, _port, _server) = (folder, port, server);

    /// <summary>Started by the first test that asks; it and its folder go when the test run ends.</summary>
    public static Task<PostgresServer> SharedAsync() => _shared.Value;

    /// <summary>An empty database of its own.</summary>
    public static async Task<PostgresDatabase> NewDatabaseAsync() => await (await SharedAsync()).CreateAsync("template0");

    /// <summary>A copy of a prepared database: <paramref name="prepare"/> (migrate, seed) runs once per name and test run, copies cost some 30 ms.</summary>
    public static async Task<PostgresDatabase> NewDatabaseAsync(string template, Func<string, Task> prepare)
    {
        var server = await SharedAsync();
        var name = "template_" + template;
        await server._templates.GetOrAdd(name, n => new(() => server.PrepareAsync(n, prepare))).Value;
        return await server.CreateAsync(name);
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres", pooled: false));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names come from this file and from test code, never from input
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The measurements are this assembly's own program; the suite runs in a host.</summary>
    private static bool IsMeasured => Assembly.GetEntryAssembly() == typeof(PostgresServer).Assembly;

    /// <summary>Less of the machine's memory than this is left to those who need it more.</summary>
    private static bool HasRoom(string place) => Directory.Exists(place) && new DriveInfo(place).AvailableFreeSpace > Room;

    private static async Task<PostgresServer> StartAsync(string place)
    {
        var folder = Directory.CreateDirectory(Path.Combine(place, "bimer-pg-" + Path.GetRandomFileName())).FullName;
        await PostgresPrograms.HandOverAsync(folder);
        var data = Path.Combine(folder, "data");
        await ChildProcess.RunAsync(PostgresPrograms.Run(
            "initdb", folder, "-D", data, "-U", "bimer", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"));

        var port = FreePort.Take();
        string[] settings =
        [
            $"port={port.ToString(CultureInfo.InvariantCulture)}", "listen_addresses=127.0.0.1", $"unix_socket_directories={folder}",
            "max_connections=300", "shared_buffers=128MB", "max_wal_size=2GB", "lc_messages=C",
        ];
        var server = ChildProcess.Start(
            PostgresPrograms.Run("postgres", folder, ["-D", data, .. settings.SelectMany(s => (string[])["-c", s])]),
            lastWill: $"kill -INT $1; while kill -0 $1; do sleep 0.1; done; rm -rf '{folder}'");
        var started = new PostgresServer(folder, port, server);
        await Eventually.TrueAsync(started.AnswersAsync, "PostgreSQL accepts connections", TimeSpan.FromSeconds(60));
        return started;
    }

    private async Task<bool> AnswersAsync()
    {
        if (_server.HasExited) throw await WhyItEndedAsync();
        try
        {
            await ExecuteAsync("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task<InvalidOperationException> WhyItEndedAsync()
    {
        await _server.WaitForExitAsync();   // its last words are read only now
        return new($"PostgreSQL in {_folder} did not start:\n{_server.Console}");
    }

    private async Task PrepareAsync(string name, Func<string, Task> prepare)
    {
        await ExecuteAsync($"create database {name} template template0");
        await prepare(ConnectionTo(name, pooled: false));
    }

    private async Task<PostgresDatabase> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bimer_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"create database {name} template {template}");
        return new PostgresDatabase(this, name, ConnectionTo(name, pooled: true));
    }

    private string ConnectionTo(string database, bool pooled) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = _port, Username = "bimer", Database = database, Pooling = pooled,
    }.ConnectionString;
}

/// <summary>A database of one test class or one server; dropped afterwards even if somebody is still connected.</summary>
public sealed class PostgresDatabase(PostgresServer server, string name, string connectionString) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(connection);
        await server.ExecuteAsync($"drop database {name} with (force)");
    }
}
