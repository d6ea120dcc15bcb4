using Bimer.Blazor;
using Bimer.Blazor.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bimer.Tests.Given;

/// <summary>
/// The whole program behind a real Kestrel on a free port, over a database of its own with the shipped tree of units and nobody in it.
/// The clock is the machine's unless a test brings one: with a <see cref="TestClock"/> screens refresh and sessions end when it is told to pass.
/// </summary>
public sealed class BimerServer : IAsyncDisposable
{
    // Tests sign in hundreds of times.
    private static readonly Dictionary<string, string?> _lightPasswords =
        new(StringComparer.Ordinal) { ["Bimer:Passwords:Iterations"] = "1000", ["Bimer:Passwords:AtOnce"] = "8" };

    private readonly WebApplication _app;
    private readonly SqliteFolder _folder;
    private readonly IAsyncDisposable? _database;

    private readonly Complaints _complaints;

    private BimerServer(WebApplication app, SqliteFolder folder, IAsyncDisposable? database, Complaints complaints)
    {
        (_app, _folder, _database, _complaints) = (app, folder, database, complaints);
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Without a slash at the end: also what a browser writes into <c>Origin</c>.</summary>
    public string Url { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Warnings and errors in its log so far: ordinary work gives none.</summary>
    public IReadOnlyList<string> Complaints => _complaints.Lines;

    /// <summary>The data folder: captured mails and messages, keys, files.</summary>
    public string DataPath => _folder.Root;

    /// <param name="kind">The database.</param>
    /// <param name="clock">Instead of the machine's.</param>
    /// <param name="settings">As on the command line: <c>["Bimer:Session:CircuitsPerPerson"] = "3"</c>.</param>
    /// <param name="configure">Replaces services; runs before the program adds its own, which do not overwrite single ones.</param>
    public static async Task<BimerServer> StartAsync(
        Kind kind = Kind.Sqlite, TimeProvider? clock = null, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var folder = new SqliteFolder();
        var (own, postgres) = await FoundedDatabase.CopyAsync(kind, folder);
        var complaints = new Complaints();
        var app = BimerApp.Build(["--environment=Development"], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(complaints);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration.AddInMemoryCollection(own);
            builder.Configuration.AddInMemoryCollection(_lightPasswords);
            builder.Configuration.AddInMemoryCollection(settings);
            if (clock is not null) builder.Services.AddSingleton(clock);
            configure?.Invoke(builder.Services);
        });
        await BimerApp.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new BimerServer(app, folder, postgres, complaints);
    }

    public Task<BimerDbContext> DbAsync() => Services.GetRequiredService<IDbContextFactory<BimerDbContext>>().CreateDbContextAsync();

    /// <summary>A browser without scripts: keeps cookies, follows nothing, says where its forms come from.</summary>
    public PlainBrowser NewPlainBrowser() => new(Url);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
