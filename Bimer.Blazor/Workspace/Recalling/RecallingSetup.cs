namespace Bimer.Blazor.Workspace.Recalling;

public static class RecallingSetup
{
    public static IServiceCollection AddRecalling(this IServiceCollection services)
    {
        services.AddScoped<RecallDeskQuery>();
        services.AddScoped<RecallCaseHandler>();
        services.AddOptions<RecallOptions>().BindConfiguration(RecallOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RecallPolicies>();
        return services;
    }
}
