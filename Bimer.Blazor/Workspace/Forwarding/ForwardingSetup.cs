namespace Bimer.Blazor.Workspace.Forwarding;

public static class ForwardingSetup
{
    public static IServiceCollection AddForwarding(this IServiceCollection services)
    {
        services.AddScoped<ForwardCaseHandler>();
        services.AddScoped<ForwardDeskQuery>();
        services.AddSingleton<ForwardTargets>().AddSingleton<ForwardActs>();
        return services;
    }
}
