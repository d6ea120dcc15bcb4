using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Portal.Tracking;

/// <summary>The composition of this room.</summary>
internal static class TrackingSetup
{
    public static IServiceCollection AddTracking(this IServiceCollection services) => services.AddScoped<TrackingQuery>();

    public static void MapTracking(this IEndpointRouteBuilder app) => app.MapGet("/sorgula/ek/{file:guid}", DownloadAsync).AllowAnonymous();

    private static async Task<Results<FileDownload, NotFound, StatusCodeHttpResult>> DownloadAsync(Guid file, TrackingQuery query, ScannedFiles store, CancellationToken ct)
    {
        if (await query.FindFileAsync(file, ct) is not { } found) return TypedResults.NotFound();
        var opened = await store.OpenAsync(found.Id, isOwn: found.Reply is null, ct);
        return opened.Value is { } content ? new FileDownload(content, found.ContentType, found.Name) : TypedResults.StatusCode(StatusCodes.Status423Locked);
    }
}
