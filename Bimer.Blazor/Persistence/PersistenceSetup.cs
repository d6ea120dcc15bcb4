using Bimer.Blazor.Persistence.Connections;
using Bimer.Blazor.Persistence.Catalogue;
using Bimer.Blazor.Persistence.Holidays;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Registers;
using Bimer.Blazor.Persistence.Search;
using Bimer.Domain.Ports;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Bimer.Blazor.Persistence;

/// <summary>The composition of this room.</summary>
public static class PersistenceSetup
{
    // What is kept at hand between two reads. A crowd of a thousand screens would otherwise leave a thousand contexts behind.
    private const int ContextsKept = 64;

    // PostgreSQL admits a hundred as it comes, from all nodes and tools together; another node, a backup and a shell must find room.
    private const int ConnectionsKept = 32;

    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.Provider == DatabaseProvider.Sqlite || !string.IsNullOrWhiteSpace(o.ConnectionString), "Bimer:Database:ConnectionString is needed for Postgres.")
            .ValidateOnStart();
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddDatabase(options);
        services.AddSearch();
        services.AddSingleton(provider => new MigratingDb(options, provider.GetRequiredService<DataFolder>())).AddSingleton<SchemaUpdate>();
        services.AddSingleton(provider => new FolderHold(provider.GetRequiredService<DataFolder>(), options));
        services.AddSingleton(new WriteGate(oneAtATime: options.Provider == DatabaseProvider.Sqlite));
        services.AddOptions<DraftOptions>().BindConfiguration(DraftOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BelowBells>().AddSingleton<Committer>();
        services.AddSingleton<CaseNumbers>().AddSingleton<UnitDirectory>().AddSingleton<DesertedUnits>().AddSingleton<SubtreeSpans>();
        services.AddSingleton<OfficerDirectory>();
        services.AddSingleton<SignatoryDirectory>().AddSingleton<ReplyLetterReader>().AddSingleton<OwnCaseReader>();
        services.AddSingleton<ForwardNotices>().AddSingleton<UncertainMails>().AddSingleton<ReturnedMails>().AddSingleton<TrialRooms>();
        services.AddSingleton<AuditChain>().AddSingleton<AuditSealing>().AddSingleton<AuditAnchors>().AddSingleton<AuditVerifier>();
        services.AddHostedService<AuditSealer>();
        services.AddSingleton<CatalogueBook>().AddSingleton<CatalogueShelf>().AddSingleton<HeldTables>().AddSingleton<HolidayBook>().AddSingleton<HolidayShelf>().AddSingleton<DeadlineMover>().AddHostedService<DeadlineMoving>();
        services.AddScoped<CaseWork>();
        services.AddSingleton<ITraceLedger, TraceLedger>();
        services.AddSingleton<IdentityDesk>();
        services.AddSingleton<DraftFileNames>().AddSingleton<NewCases>().AddSingleton<MailSeal>().AddSingleton<MailFileCopies>().AddSingleton<OpenForms>().AddSingleton<MailSiblings>().AddSingleton<JoinedWords>();
        return services;
    }

    private static void AddSearch(this IServiceCollection services) =>
        services.AddSingleton<SearchScope>().AddSingleton<SearchWriter>().AddSingleton<SearchIndex>().AddSingleton<SearchBackfill>()
            .AddSingleton<SearchCatchUp>().AddHostedService<SearchFollower>();

    private static void AddDatabase(this IServiceCollection services, DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.Postgres)
        {
            services.AddPooledDbContextFactory<PostgresDb>((_, builder) => UsePostgres(builder, options.ConnectionString!), ContextsKept);
            services.AddSingleton<IDbContextFactory<BimerDbContext>, DbContextFactoryOf<PostgresDb>>();
        }
        else
        {
            services.AddSingleton<CommonWriter>().AddSingleton<KeptConnections>();
            services.AddPooledDbContextFactory<SqliteDb>(
                (provider, builder) => UseSqlite(builder, provider.GetRequiredService<DataFolder>().Database, provider.GetRequiredService<KeptConnections>()), ContextsKept);
            services.AddSingleton<IDbContextFactory<BimerDbContext>, DbContextFactoryOf<SqliteDb>>();
        }
    }

    /// <summary>By an ordinary connection; everybody but the migrations shares the writer.</summary>
    internal static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder builder, string path) =>
        Calm(builder).UseSqlite($"Data Source={path};Default Timeout=5;Pooling=False", sqlite => sqlite.MigrationsHistoryTable("schema_history"));

    /// <summary>By a connection that can change nothing in the file, whoever asks it to.</summary>
    internal static void UseSqliteForReading(DbContextOptionsBuilder builder, string path) => Calm(builder).UseSqlite($"Data Source={path};Default Timeout=5;Pooling=False;Mode=ReadOnly");

    internal static void UseSqlite(DbContextOptionsBuilder builder, string path, KeptConnections connections) =>
        UseSqlite(builder, path).AddInterceptors(connections);

    /// <summary>
    /// Error details stay off: PostgreSQL would put the offending value, a person's number, into the exception. Nobody here changes a
    /// session's settings, so a connection that goes back to the pool needs none reset: that cost the server more than many a query.
    /// </summary>
    internal static void UsePostgres(DbContextOptionsBuilder builder, string connectionString) => Calm(builder)
        .UseNpgsql(
            // What the configuration names comes later and wins.
            new NpgsqlConnectionStringBuilder($"Maximum Pool Size={ConnectionsKept};{connectionString}")
            {
                IncludeErrorDetail = false, MaxAutoPrepare = 300, AutoPrepareMinUsages = 2, NoResetOnClose = true,
            }.ConnectionString,
            postgres => postgres.MigrationsHistoryTable("schema_history"));

    /// <summary>
    /// A box is counted up to a thousand, whichever thousand: each such query would warn of its missing order. A lost race of two
    /// clerks would stand in the log as an error with its stack; whoever could do nothing about a failed save logs it themselves.
    /// </summary>
    private static DbContextOptionsBuilder Calm(DbContextOptionsBuilder builder) => builder.ConfigureWarnings(warnings => warnings
        .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
        .Log((CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}
