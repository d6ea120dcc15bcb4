using Bimer.Blazor.Security;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Workspace.Attachments;

/// <summary>Where files are fetched: always as a download, never shown by the browser inside our own origin.</summary>
public static class AttachmentsSetup
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) => services.AddScoped<FileQuery>();

    public static IEndpointRouteBuilder MapAttachments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/evrak/ek/{id:guid}", FetchAsync).RequireAuthorization();
        return app;
    }

    private static async Task<Results<FileDownload, NotFound, UnprocessableEntity>> FetchAsync(Guid id, FileQuery query, CancellationToken ct)
    {
        var opened = await query.OpenAsync(new AttachmentId(id), ct);
        if (opened.Value is { } file) return new FileDownload(file.Content, file.ContentType, file.Name);
        return opened.Refusal is Refusal.NotFound ? TypedResults.NotFound() : TypedResults.UnprocessableEntity();
    }
}
