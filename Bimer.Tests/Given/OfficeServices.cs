using Bimer.Blazor.Cli;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Gateways;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Portal;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Catalogue;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Bimer.Tests.Given;

/// <summary>The product's services without its web server.</summary>
internal static class OfficeServices
{
    public static ServiceProvider Of(IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider clock, Action<IServiceCollection>? configure = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(clock);
        services.AddLogging();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<SharedReads>();
        services.AddSingleton(new NearDue()).AddSingleton<DueDays>().AddSingleton(new SortLimits()).AddSingleton<BoxSorting>().AddSingleton<BoxDatabase>().AddSingleton(new BelowLimits()).AddSingleton<BelowReader>();
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<Founding>();
        services.AddSingleton<DemoCast>().AddSingleton<DemoPapers>().AddSingleton<DemoSeed>();
        services.AddFacts(configuration);
        services.AddVault();
        services.AddPersistence(configuration);
        services.AddLocalization();
        services.AddGateways(configuration);
        services.AddPortal(configuration, new HostingEnvironment { EnvironmentName = Environments.Development });
        services.AddSingleton<CaseNames>().AddSingleton<CaseTimes>().AddSingleton<TemplateReaches>().AddSingleton<TemplateWordingsOffered>().AddSingleton<TemplateNames>().AddSingleton<Bimer.Blazor.Workspace.Approving.LetterProof>();
        services.AddCatalogue().AddSingleton<Bimer.Blazor.Workspace.Replying.LetterSources>().AddReturning();
        services.AddRecalling();
        services.AddForwarding();
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
