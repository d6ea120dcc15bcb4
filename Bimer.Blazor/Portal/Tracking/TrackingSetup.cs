using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Portal.Tracking;

/// <summary>The composition of this room.</summary>
internal static class TrackingSetup
{
    public static IServiceCollection AddTracking(this IServiceCollection services) => services.AddScoped<TrackingQuery>();

    public static void MapTracking(this IEndpointRouteBuilder app) => app.MapGet("/sorgula/ek/{file:guid}", DownloadAsync).AllowAnonymous();

    private static async Task<Results<FileDownload, NotFound>> DownloadAsync(Guid file, TrackingQuery query, FileVault vault, CancellationToken ct)
    {
        if (await query.FindFileAsync(file, ct) is not { } found) return TypedResults.NotFound();
        return new FileDownload(await vault.OpenAsync(new StoredFileId(file), ct), found.ContentType, found.Name);
    }
}
