using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bimer.Blazor.Workspace.Replying.Drafting;

/// <summary>What the editor sends.</summary>
/// <param name="Reason">Code of the reason for not examining the petition; empty while none is chosen, none of an answer.</param>
public sealed record DraftBody(int Version, string Html, string? CatalogueService, int? Approver, string? Reason = null, string? Ground = null)
{
    /// <summary>What becomes of each requested item so far, as the screen keeps it.</summary>
    public string? Items { get; init; }

    /// <summary>The template the letter began with, and which wording of it; none of a letter written freely.</summary>
    public Guid? Template { get; init; }

    /// <inheritdoc cref="Template"/>
    public int? TemplateVersion { get; init; }
}

/// <summary>What the editor is told after a save.</summary>
/// <param name="At">The second in Istanbul, ready to be shown.</param>
public sealed record DraftSaved(int Version, string At);

/// <summary>Why not, in words; after a change from elsewhere also what stands on the server now.</summary>
public sealed record DraftRefused(string Message, DraftText? Current = null);

/// <summary>
/// Where the editor keeps its text: by fetch, because a circuit takes no long messages and dies with its connection. The origin guard
/// lets only our own pages through; a JSON body and a raw stream are nothing a form of another site could send.
/// </summary>
internal static class DraftEndpoints
{
    // Clean HTML has at most 100,000 characters; the rest is what a word processor wraps around it.
    private const long LargestText = 2 * 1_048_576;

    public static void MapDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/evrak/taslak/{routing:long}").RequireAuthorization()
            .WithMetadata(new SkipStatusCodePagesAttribute());   // the editor reads the status; our pages answer no PUT and would make 405 of it
        drafts.MapGet("", ReadAsync);
        drafts.MapPut("", SaveAsync).WithMetadata(new RequestSizeLimitAttribute(LargestText));
        drafts.MapPost("/ek", AttachAsync).WithMetadata(new DisableRequestSizeLimitAttribute());   // the intake counts while it reads
    }

    private static async Task<Results<Ok<DraftText>, JsonHttpResult<DraftRefused>>> ReadAsync(
        long routing, ReplyDeskQuery query, RefusalSentences sentences, CancellationToken ct)
    {
        var text = await query.TextAsync(new RoutingId(routing), ct);
        return text.Value is { } found ? TypedResults.Ok(found) : await RefusedAsync(text.Refusal!, sentences, ct);
    }

    private static async Task<Results<Ok<DraftSaved>, JsonHttpResult<DraftRefused>>> SaveAsync(
        long routing, [FromBody] DraftBody body, SaveDraftHandler handler, ReplyDeskQuery query, RefusalSentences sentences, CancellationToken ct)
    {
        var id = new RoutingId(routing);
        var approver = body.Approver is { } person ? new UserId(person) : (UserId?)null;
        var saved = await handler.HandleAsync(new SaveDraft(id, body.Version, body.Html, body.CatalogueService ?? "", approver) { Reason = body.Reason, Ground = body.Ground, Items = body.Items, Template = body is { Template: { } template, TemplateVersion: { } wording } ? new TemplateUse(new ReplyTemplateId(template), wording) : null }, ct);
        if (saved.Value is { } mark) return TypedResults.Ok(new DraftSaved(mark.Version, Moments.Second(mark.At)));
        var current = saved.Refusal is Refusal.DraftChanged ? (await query.TextAsync(id, ct)).Value : null;
        return await RefusedAsync(saved.Refusal!, sentences, ct, current);
    }

    private static async Task<Results<Ok<AttachmentLine>, JsonHttpResult<DraftRefused>>> AttachAsync(
        long routing, [FromHeader(Name = DraftAnswers.FileName)] string name, Stream content, AttachFileHandler handler, RefusalSentences sentences, CancellationToken ct)
    {
        var attached = await handler.HandleAsync(new AttachFile(new RoutingId(routing), Uri.UnescapeDataString(name), content), ct);
        return attached.Value is { } line ? TypedResults.Ok(line) : await RefusedAsync(attached.Refusal!, sentences, ct);
    }

    private static async Task<JsonHttpResult<DraftRefused>> RefusedAsync(
        Refusal refusal, RefusalSentences sentences, CancellationToken ct, DraftText? current = null) =>
        TypedResults.Json(new DraftRefused(await sentences.OfAsync(refusal, ct), current), statusCode: DraftAnswers.StatusOf(refusal));
}
