namespace Bimer.Blazor.Workspace.Acknowledging;

/// <summary>The composition of this room.</summary>
public static class AcknowledgingSetup
{
    public static IServiceCollection AddAcknowledging(this IServiceCollection services) =>
        services.AddScoped<AcknowledgeCaseHandler>().AddScoped<UndoAcknowledgingHandler>().AddScoped<CaseAcknowledging>();
}
