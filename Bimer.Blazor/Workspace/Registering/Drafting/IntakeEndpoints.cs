using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bimer.Blazor.Workspace.Registering.Drafting;

/// <summary>What the page sends.</summary>
public sealed record IntakeBody(int Version, DeskForm Form);

/// <summary>What it is told after a save.</summary>
/// <param name="At">The second in Istanbul, ready to be shown.</param>
public sealed record IntakeSaved(int Version, string At);

/// <summary>What lies at the desk now: what another window left there, or a new id where nothing lies.</summary>
/// <param name="Form">What is typed there, its text as the editor opens it; none where nothing lies.</param>
public sealed record IntakeNow(Guid Intake, int Version, DeskForm? Form = null);

/// <summary>Why not, in words.</summary>
/// <param name="Current">After a change from elsewhere: where this window may go on.</param>
public sealed record IntakeRefused(string Message, IntakeNow? Current = null);

/// <summary>
/// Where a desk keeps its form: by fetch, because a circuit takes no long messages and dies with its connection. The origin guard lets
/// only our own pages through; a JSON body and a raw stream are nothing a form of another site could send.
/// </summary>
internal static class IntakeEndpoints
{
    // A text may be far too long while it is being cut.
    private const long LargestForm = 2 * 1_048_576;

    public static void MapIntakes(this IEndpointRouteBuilder app)
    {
        var intakes = app.MapGroup(Addresses.RegisterDraft + "/{desk}/{intake:guid}").RequireAuthorization()
            .WithMetadata(new SkipStatusCodePagesAttribute());   // the page reads the status; ours answer no PUT and would make 405 of it
        intakes.MapPut("", SaveAsync).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        intakes.MapPost("/ek", AttachAsync).WithMetadata(new DisableRequestSizeLimitAttribute());   // the intake counts while it reads
    }

    private static async Task<Results<Ok<IntakeSaved>, JsonHttpResult<IntakeRefused>>> SaveAsync(
        string desk, Guid intake, [FromBody] IntakeBody body, SaveIntakeHandler handler, DeskQuery query, RefusalSentences sentences, CancellationToken ct)
    {
        var key = KeyOf(desk, intake);
        var saved = await handler.HandleAsync(new SaveIntake(key, body.Version, body.Form), ct);
        if (saved.Value is { } mark) return TypedResults.Ok(new IntakeSaved(mark.Version, Moments.Second(mark.At)));
        var current = saved.Refusal is Refusal.DraftChanged ? await query.NowAsync(key.Channel, ct) : null;
        return await RefusedAsync(saved.Refusal!, sentences, ct, current);
    }

    private static async Task<Results<Ok<AttachmentLine>, JsonHttpResult<IntakeRefused>>> AttachAsync(
        string desk, Guid intake, [FromHeader(Name = DraftAnswers.FileName)] string name, Stream content, AttachIntakeFileHandler handler,
        RefusalSentences sentences, CancellationToken ct)
    {
        var attached = await handler.HandleAsync(new AttachIntakeFile(KeyOf(desk, intake), Uri.UnescapeDataString(name), content), ct);
        return attached.Value is { } line ? TypedResults.Ok(line) : await RefusedAsync(attached.Refusal!, sentences, ct);
    }

    private static IntakeKey KeyOf(string desk, Guid intake) => new(DeskWay.Named(desk)?.Channel ?? IntakeChannel.Internet, intake);

    private static async Task<JsonHttpResult<IntakeRefused>> RefusedAsync(Refusal refusal, RefusalSentences sentences, CancellationToken ct, IntakeNow? current = null) =>
        TypedResults.Json(new IntakeRefused(await sentences.OfAsync(refusal, ct), current), statusCode: DraftAnswers.StatusOf(refusal));
}
