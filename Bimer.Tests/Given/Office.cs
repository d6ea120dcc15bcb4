using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Ports;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Which database a test runs on; the same tests run on both.</summary>
public enum Kind
{
    Sqlite,
    Postgres,
}

/// <summary>The product's own services over a migrated database of their own, without a browser: who acts is chosen by the test.</summary>
public sealed class Office : IAsyncDisposable
{
    private readonly IAsyncDisposable? _database;
    private readonly SqliteFolder _folder;

    private Office(ServiceProvider services, SqliteFolder folder, IAsyncDisposable? database, TestClock clock) =>
        (Services, _folder, _database, Clock) = (services, folder, database, clock);

    public ServiceProvider Services { get; }

    public TestClock Clock { get; }

    /// <summary>The data folder, for a program of its own over the same office.</summary>
    public string DataPath => _folder.Root;

    /// <summary>Of the database on PostgreSQL.</summary>
    public string? ConnectionString => (_database as PostgresDatabase)?.ConnectionString;

    /// <summary>The bytes of attachments as they lie on the disk.</summary>
    public IReadOnlyList<string> StoredFiles() =>
        Services.GetRequiredService<DataFolder>().Files is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    /// <param name="kind">The database.</param>
    /// <param name="configure">Adds to the product's services or takes their places.</param>
    public static async Task<Office> OpenAsync(Kind kind, Action<IServiceCollection>? configure = null)
    {
        var (folder, clock) = (new SqliteFolder(), new TestClock());
        var (settings, postgres) = await FoundedDatabase.CopyAsync(kind, folder);
        var office = new Office(OfficeServices.Of(settings, clock, configure), folder, postgres, clock);
        office.Services.GetRequiredService<KeyFile>().EnsureThere(dataExists: false);
        await office.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        return office;
    }

    public Task<BimerDbContext> DbAsync() => Services.GetRequiredService<IDbContextFactory<BimerDbContext>>().CreateDbContextAsync();

    /// <summary>The verbs of one person, as a circuit of theirs would get them.</summary>
    public CaseWork WorkOf(Actor actor) => ActivatorUtilities.CreateInstance<CaseWork>(Services, new Acts(actor));

    /// <summary>A handler as this person's circuit would get it.</summary>
    public T Handler<T>(Actor actor, params object[] more) => ActivatorUtilities.CreateInstance<T>(Services, [.. more, WorkOf(actor)]);

    /// <summary>A query or service that asks who acts.</summary>
    public T For<T>(Actor actor) => ActivatorUtilities.CreateInstance<T>(Services, new Acts(actor));

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    internal sealed class Acts(Actor actor) : ICurrentActor
    {
        public ValueTask<Actor?> GetAsync(CancellationToken ct) => ValueTask.FromResult<Actor?>(actor);

        public ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct) => ValueTask.FromResult<Actor?>(actor);
    }
}
