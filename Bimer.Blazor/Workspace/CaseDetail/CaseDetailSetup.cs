using Bimer.Blazor.Shell;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The composition of this room: the case page, its place beside the lists.</summary>
public static class CaseDetailSetup
{
    public static IServiceCollection AddCaseDetail(this IServiceCollection services)
    {
        services.AddScoped<CaseQuery>();
        services.AddScoped<RevealIdentityHandler>();
        services.AddScoped<EarlierCasesHandler>();
        services.AddScoped<ResolveUncertainHandler>();
        services.AddScoped<UncertainQuery>();
        services.AddScoped<CaseClock>();
        services.AddSingleton<CaseTimes>();
        services.AddSingleton<RevealWindow>();
        return services.Configure<ShellSlots>(slots => slots.Case = typeof(CaseView));
    }
}
