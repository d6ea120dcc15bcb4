using Bimer.Blazor.Cli.Seeding;

namespace Bimer.Blazor.Cli;

/// <summary>The composition of this room.</summary>
public static class CliSetup
{
    public static IServiceCollection AddCli(this IServiceCollection services)
    {
        services.AddSingleton<Founding>();
        services.AddSingleton<DemoStaff>();
        services.AddSingleton<DemoCast>();
        services.AddSingleton<DemoPapers>();
        services.AddSingleton<DemoSeed>();
        services.AddSingleton<DemoMails>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<Banner>();
        services.AddSingleton<BulkWriter>();
        services.AddSingleton<BulkStaffing>();
        services.AddSingleton<BulkSeeding>();
        services.AddSingleton<SeedDemo>();
        services.AddSingleton<SeedCases>();
        services.AddSingleton<VerifyPrint>();
        services.AddSingleton<ExplainDeadline>();
        services.AddSingleton<CommandLine>();
        return services;
    }
}
