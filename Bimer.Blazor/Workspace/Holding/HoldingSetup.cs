namespace Bimer.Blazor.Workspace.Holding;

public static class HoldingSetup
{
    public static IServiceCollection AddHolding(this IServiceCollection services)
    {
        services.AddScoped<HoldDeskQuery>();
        services.AddScoped<PutOnHoldHandler>();
        services.AddScoped<ResumeCaseHandler>();
        services.AddScoped<UndoResumingHandler>();
        return services;
    }
}
