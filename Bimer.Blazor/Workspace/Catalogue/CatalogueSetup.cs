namespace Bimer.Blazor.Workspace.Catalogue;

/// <summary>The composition of this room: the services of the units, and who keeps them.</summary>
public static class CatalogueSetup
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) =>
        services.AddSingleton<ServiceCatalogue>().AddSingleton<CatalogueNews>().AddScoped<CatalogueRights>().AddScoped<CatalogueDeskQuery>().AddScoped<ChangeCatalogueHandler>();
}
