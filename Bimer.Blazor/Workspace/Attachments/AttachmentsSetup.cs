using Bimer.Blazor.Security;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bimer.Blazor.Workspace.Attachments;

/// <summary>Where files are fetched: always as a download, never shown by the browser inside our own origin.</summary>
public static class AttachmentsSetup
{
    private const string PageNumber = "no";

    public static IServiceCollection AddAttachments(this IServiceCollection services) => services.AddScoped<FileQuery>().AddScoped<PageQuery>();

    public static IEndpointRouteBuilder MapAttachments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/evrak/ek/{id:guid}", FetchAsync).RequireAuthorization();
        app.MapGet("/evrak/ek/{id:guid}/sayfa", LookAsync).RequireAuthorization();
        return app;
    }

    private static async Task<Results<FileDownload, StatusCodeHttpResult>> FetchAsync(Guid id, FileQuery query, CancellationToken ct)
    {
        var opened = await query.OpenAsync(new AttachmentId(id), ct);
        if (opened.Value is { } file) return new FileDownload(file.Content, file.ContentType, file.Name);
        return Of(opened.Refusal!);
    }

    /// <summary>How many pages there are; asked for one of them, that page as a picture.</summary>
    private static async Task<Results<PagePicture, Ok<PageCount>, StatusCodeHttpResult>> LookAsync(
        Guid id, [FromQuery(Name = PageNumber)] int? page, PageQuery query, CancellationToken ct)
    {
        var file = new AttachmentId(id);
        if (page is null)
        {
            var counted = await query.CountAsync(file, ct);
            return counted.Refusal is { } why ? Of(why) : TypedResults.Ok(new PageCount(counted.Value));
        }

        var read = await query.ReadAsync(file, page.Value, ct);
        return read.Value is { } shown ? new PagePicture(shown.Content, shown.ContentType) : Of(read.Refusal!);
    }

    private static StatusCodeHttpResult Of(Refusal refusal) => TypedResults.StatusCode(refusal switch
    {
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.AttachmentBeingScanned or Refusal.AttachmentHarmful => StatusCodes.Status423Locked,
        Refusal.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    });
}

/// <summary>What the viewer is told before it shows the first page.</summary>
public sealed record PageCount(int Pages);
