namespace Bimer.Blazor.Workspace.Searching;

/// <summary>The composition of this room.</summary>
public static class SearchingSetup
{
    public static IServiceCollection AddSearching(this IServiceCollection services) => services.AddScoped<CaseSearchQuery>().AddSingleton<PersonCases>().AddScoped<FindPersonHandler>();
}
