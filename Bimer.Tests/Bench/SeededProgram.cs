using System.Globalization;
using Bimer.Tests.Given;

namespace Bimer.Tests.Bench;

/// <summary>The real program in a process of its own, over a database with as many cases as asked for.</summary>
internal sealed class SeededProgram : IAsyncDisposable
{
    private readonly SqliteFolder _folder;
    private readonly PostgresDatabase? _postgres;

    private SeededProgram(SqliteFolder folder, PostgresDatabase? postgres, BimerProcess bimer) => (_folder, _postgres, Bimer) = (folder, postgres, bimer);

    public BimerProcess Bimer { get; }

    public static async Task<SeededProgram> StartAsync(BenchOptions options, params KeyValuePair<string, string>[] more)
    {
        var folder = new SqliteFolder();
        var postgres = options.Db == Kind.Postgres ? await PostgresServer.NewDatabaseAsync() : null;
        var settings = new BimerSettings(folder.Root) { Settings = BimerSettings.On(options.Db, postgres?.ConnectionString, [FinalForms.WithoutProof, .. more]) };
        await BimerProcess.RunCommandAsync(settings, "seed", "--cases", options.Cases.ToString(CultureInfo.InvariantCulture));
        return new SeededProgram(folder, postgres, await BimerProcess.StartAsync(settings));
    }

    /// <summary>Many clients at once until the work is done, each with one request under way.</summary>
    public static Task WithClientsAsync(int clients, Func<Task<bool>> act) => Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
    {
        while (await act())
        {
        }
    })));

    public async ValueTask DisposeAsync()
    {
        await Bimer.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        _folder.Dispose();
    }
}
