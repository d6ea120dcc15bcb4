namespace Bimer.Blazor.Workspace.Describing;

/// <summary>The composition of this room.</summary>
public static class DescribingSetup
{
    public static IServiceCollection AddDescribing(this IServiceCollection services) => services.AddScoped<DescribeCaseHandler>().AddScoped<CaseDescribing>().AddScoped<ChangeItemsHandler>().AddScoped<CaseItems>();
}
