using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bimer.Blazor.Workspace.CaseDetail.Papers;

/// <summary>Why not, in words.</summary>
public sealed record PaperRefused(string Message);

/// <summary>Where a later paper of a case is sent, as a raw stream: nothing a form of another site could send.</summary>
internal static class PaperEndpoints
{
    public static void MapPapers(this IEndpointRouteBuilder app) => app.MapPost("/evrak/belge/{routing:long}/ek", AddAsync).RequireAuthorization()
        .WithMetadata(new DisableRequestSizeLimitAttribute(), new SkipStatusCodePagesAttribute());   // the intake counts while it reads

    private static async Task<Results<Ok<AttachmentLine>, JsonHttpResult<PaperRefused>>> AddAsync(
        long routing, [FromHeader(Name = DraftAnswers.FileName)] string name, Stream content, AddPaperHandler handler, RefusalSentences sentences, CancellationToken ct)
    {
        var added = await handler.HandleAsync(new AddPaper(new RoutingId(routing), Uri.UnescapeDataString(name), content), ct);
        if (added.Value is { } line) return TypedResults.Ok(line);
        return TypedResults.Json(new PaperRefused(await sentences.OfAsync(added.Refusal!, ct)), statusCode: DraftAnswers.StatusOf(added.Refusal!));
    }
}
