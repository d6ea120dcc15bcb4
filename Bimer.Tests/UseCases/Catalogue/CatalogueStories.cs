using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Catalogue;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.UseCases.Catalogue;

/// <summary>A unit's services, changed and read through what the page calls.</summary>
internal static class CatalogueStories
{
    public static Task<Outcome> ChangeAsync(this Office office, Actor actor, UnitId unit, CatalogueAct act, string code, string name = "", CommandId? id = null) =>
        Of<ChangeCatalogueHandler>(office, actor).HandleAsync(new ChangeCatalogue(id ?? OfficeStories.NewCommand(), unit, act, code, name), CancellationToken.None);

    public static Task<CatalogueDesk?> CatalogueAsync(this Office office, Actor actor, UnitId? unit, CatalogueView view = CatalogueView.Open, string typed = "") =>
        Of<CatalogueDeskQuery>(office, actor).ReadAsync(new CatalogueAsked(unit, view, typed, 50, 20), CancellationToken.None);

    private static T Of<T>(Office office, Actor actor) =>
        ActivatorUtilities.CreateInstance<T>(office.Services, new CatalogueRights(new Office.Acts(actor), office.Services.GetRequiredService<UnitDirectory>()));
}
