namespace Bimer.Blazor.Workspace.Home;

/// <summary>The composition of this room.</summary>
public static class HomeSetup
{
    public static IServiceCollection AddHome(this IServiceCollection services)
    {
        services.AddScoped<OverviewQuery>().AddScoped<BoxAgesQuery>().AddSingleton<BelowReader>().AddScoped<BelowOverviewQuery>().AddScoped<NotExaminedQuery>();
        return services;
    }
}
