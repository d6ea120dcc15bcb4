using Bimer.Blazor.Security;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The address of a file: random, so it tells nothing, and still asked for rights every time.</summary>
public static class AttachmentEndpoint
{
    public static void MapAttachments(this IEndpointRouteBuilder app) => app.MapGet("/ek/{id:guid}", DownloadAsync).RequireAuthorization();

    private static async Task<Results<FileDownload, NotFound>> DownloadAsync(Guid id, AttachmentQuery query, CancellationToken ct) =>
        await query.OpenAsync(new AttachmentId(id), ct) is { } file
            ? new FileDownload(file.Content, file.ContentType, file.Name)
            : TypedResults.NotFound();
}
