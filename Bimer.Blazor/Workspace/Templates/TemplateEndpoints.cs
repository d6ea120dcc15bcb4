using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>What the editor sends.</summary>
public sealed record TemplateBody(int Version, string Html, string? Name, string? Shortcut, TemplateScope Scope, int? Unit, int BuildsOn = 0);

/// <param name="At">The second in Istanbul, ready to be shown.</param>
public sealed record TemplateSaved(int Version, string At);

/// <summary>Why not, in words; after a change from elsewhere also what stands on the server now.</summary>
public sealed record TemplateRefused(string Message, TemplateDraftText? Current = null);

/// <summary>Where the editor of a template keeps its text: by fetch, as a letter's does.</summary>
internal static class TemplateEndpoints
{
    private const long LargestText = 1_048_576;

    public static void MapTemplateDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/sablonlar/taslak/{template:guid}").RequireAuthorization()
            .WithMetadata(new SkipStatusCodePagesAttribute());   // the editor reads the status; our pages answer no PUT and would make 405 of it
        drafts.MapGet("", ReadAsync);
        drafts.MapPut("", SaveAsync).WithMetadata(new RequestSizeLimitAttribute(LargestText));
    }

    private static async Task<Results<Ok<TemplateDraftText>, JsonHttpResult<TemplateRefused>>> ReadAsync(Guid template, TemplateDrafts drafts, RefusalSentences sentences, CancellationToken ct)
    {
        var text = await drafts.TextAsync(new ReplyTemplateId(template), ct);
        return text.Value is { } found ? TypedResults.Ok(found) : await RefusedAsync(text.Refusal!, sentences, ct);
    }

    private static async Task<Results<Ok<TemplateSaved>, JsonHttpResult<TemplateRefused>>> SaveAsync(
        Guid template, [FromBody] TemplateBody body, TemplateDrafts drafts, RefusalSentences sentences, CancellationToken ct)
    {
        var id = new ReplyTemplateId(template);
        var fields = new TemplateFields(body.Name ?? "", body.Shortcut ?? "", body.Scope, body.Unit, body.BuildsOn);
        var saved = await drafts.SaveAsync(id, body.Version, body.Html, fields, ct);
        if (saved.Value is { SavedAt: { } at } mark) return TypedResults.Ok(new TemplateSaved(mark.Version, Moments.Second(at)));
        var current = saved.Refusal is Refusal.DraftChanged ? (await drafts.TextAsync(id, ct)).Value : null;
        return await RefusedAsync(saved.Refusal!, sentences, ct, current);
    }

    private static async Task<JsonHttpResult<TemplateRefused>> RefusedAsync(Refusal refusal, RefusalSentences sentences, CancellationToken ct, TemplateDraftText? current = null) =>
        TypedResults.Json(new TemplateRefused(await sentences.OfAsync(refusal, ct), current), statusCode: DraftAnswers.StatusOf(refusal));
}
