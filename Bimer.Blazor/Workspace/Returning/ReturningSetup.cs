namespace Bimer.Blazor.Workspace.Returning;

public static class ReturningSetup
{
    public static IServiceCollection AddReturning(this IServiceCollection services)
    {
        services.AddScoped<ReturnDeskQuery>();
        services.AddScoped<ReturnCaseHandler>();
        services.AddSingleton<ReturnChoices>();
        services.AddSingleton<CommonSuperiors>();
        return services;
    }
}
