using Bimer.Blazor.Cli;
using Bimer.Blazor.Development;
using Bimer.Blazor.Dispatch;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Gateways;
using Bimer.Blazor.Jobs;
using Bimer.Blazor.Live;
using Bimer.Blazor.Mailroom;
using Bimer.Blazor.Operations;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Portal;
using Bimer.Blazor.Security;
using Bimer.Blazor.Security.Crowds;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bimer.Blazor;

/// <summary>The program put together, so that tests start the very same one with a clock and settings of their own.</summary>
public static class BimerApp
{
    /// <summary>Where a program listens that is told nothing; <c>dotnet run</c> names the same in its profile.</summary>
    private const string HomeAddress = "http://127.0.0.1:5080";

    /// <param name="args">The command line: settings.</param>
    /// <exception cref="StartRefusedException">A setting is wrong, or the machine's Turkish; all of it is listed.</exception>
    /// <param name="configure">Last word on settings and services, for tests.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The content root is the program's folder, so that settings are found from whatever folder it is started in.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args, ApplicationName = typeof(BimerApp).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        configure?.Invoke(builder);
        if (!HostNames.NamesAddress(builder.Configuration)) builder.WebHost.UseUrls(HomeAddress);
        var check = StartCheck.Of(builder.Configuration, builder.Environment);
        AddRooms(builder);

        var app = builder.Build();
        check.Demand(app.Services);   // before the rooms open their doors by what the settings say
        app.UseProxies();   // first: every room after it asks where a request comes from
        app.UseSecurityHeaders().UseCrowdsByAddress().UseOriginGuard();
        app.UseShell(DatabaseFaults.StatusOf);
        app.UseAuthentication().UseCrowdsByPerson();
        app.UseAuthorization();
        app.UseAntiforgery();
        MapRooms(app);
        return app;
    }

    /// <summary>Keeps other servers and commands out of the data folder until it is disposed; before the schema is touched.</summary>
    /// <param name="services">Of the program.</param>
    /// <param name="alone">For a command: no server may be there, on no database.</param>
    /// <exception cref="StartRefusedException">Another process is there.</exception>
    public static IDisposable HoldFolder(IServiceProvider services, bool alone)
    {
        try
        {
            return services.GetRequiredService<FolderHold>().Take(alone);
        }
        catch (DatabaseRefusedException refused)
        {
            throw new StartRefusedException([refused.Message]);
        }
    }

    /// <summary>What must be true before the first request: keys, schema, durability.</summary>
    /// <exception cref="StartRefusedException">The database does not let us in.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<DataFolder>().Make();
        try
        {
            await services.GetRequiredService<DatabaseStart>().RunAsync(ct);
        }
        catch (DatabaseRefusedException refused)
        {
            throw new StartRefusedException([refused.Message]);
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<BimerDbContext>>().CreateDbContextAsync(ct);
        services.GetRequiredService<KeyFile>().EnsureThere(
            dataExists: await db.OfficerAccounts.AnyAsync(ct) || await db.SealedIdentities.AnyAsync(ct) || await db.FilingSessions.AnyAsync(ct));
    }

    /// <summary>Opens the door.</summary>
    /// <exception cref="StartRefusedException">Another program listens there.</exception>
    public static async Task OpenAsync(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartRefusedException([$"{fault.Message}. Stop the program that listens there, or name another address by --urls or ASPNETCORE_URLS."]);
        }
    }

    private static void AddRooms(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<DatabaseStart>();
        services.AddVault();
        services.AddPersistence(configuration);
        services.AddSecurity(configuration, builder.Environment);
        services.AddFacts(configuration);
        services.AddGateways(configuration);
        services.AddMailroom();
        services.AddDispatch(configuration, builder.Environment);
        services.AddPortal(configuration, builder.Environment);
        builder.AddOperations();
        services.AddJobs();
        services.AddFeatures();
        services.AddCli();
        services.AddShell();
    }

    private static void MapRooms(WebApplication app)
    {
        app.MapSignIn();
        app.MapPortal();
        app.MapFeatures();
        app.MapHealth();
        app.MapDevelopment();
        app.MapShell();
    }
}
