using Bimer.Blazor.Security.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Development;

/// <summary>The composition of the developer's room. Outside Development its doors are not there at all.</summary>
public static class DevelopmentSetup
{
    public static WebApplication MapDevelopment(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return app;
        app.MapGet("/gelistirme/bellek", (OpenScreens screens, bool? gc) => MemoryReading.Take(screens.Total, gc is true)).AllowAnonymous();
        app.MapPost("/gelistirme/hazir-ziyaret", PrepareAsync).AllowAnonymous();
        return app;
    }

    private static async Task<Results<Ok<IReadOnlyList<string>>, BadRequest>> PrepareAsync(int adet, IServiceProvider services, CancellationToken ct) =>
        adet is > 0 and <= PreparedVisits.Most
            ? TypedResults.Ok(await ActivatorUtilities.CreateInstance<PreparedVisits>(services).OpenAsync(adet, ct))
            : TypedResults.BadRequest();
}
