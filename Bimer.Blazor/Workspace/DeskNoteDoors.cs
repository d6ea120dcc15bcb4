using System.Globalization;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bimer.Blazor.Workspace;

/// <summary>What the page is told after a save.</summary>
/// <param name="Version">The moment, which is the draft's version.</param>
/// <param name="At">The second in Istanbul, ready to be shown.</param>
public sealed record DeskNoteSaved(DateTimeOffset Version, string At);

/// <summary>Why not, in words.</summary>
public sealed record DeskNoteRefused(string Message);

/// <summary>
/// Where the short notes of the desks are kept while the line is down: a circuit dies with its connection, and what was typed after it must
/// be there when the page comes back. The origin guard lets only our own pages through; a JSON body is nothing a form of another site could send.
/// </summary>
internal static class DeskNoteDoors
{
    // Two texts of 2,000 units and what JSON puts around them.
    private const long LargestNote = 64 * 1_024;

    private static readonly Dictionary<DeskKind, string> _names = new()
    {
        [DeskKind.Forwarding] = "sevk", [DeskKind.Approving] = "onay", [DeskKind.Holding] = "beklet", [DeskKind.Returning] = "iade",
    };

    public static string Of(RoutingId routing, DeskKind desk) => string.Create(CultureInfo.InvariantCulture, $"/evrak/masa/{routing.Value}/{_names[desk]}");

    public static void MapDeskNotes(this IEndpointRouteBuilder app)
    {
        foreach (var (desk, name) in _names)
        {
            app.MapPut("/evrak/masa/{routing:long}/" + name, (long routing, [FromBody] TypedMeanwhile typed, DeskDrafts drafts, RefusalSentences sentences, CancellationToken ct) =>
                    SaveAsync(new RoutingId(routing), desk, (drafts, typed), sentences, ct))
                .RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestNote), new SkipStatusCodePagesAttribute());
        }
    }

    private static async Task<Results<Ok<DeskNoteSaved>, JsonHttpResult<DeskNoteRefused>>> SaveAsync(
        RoutingId routing, DeskKind desk, (DeskDrafts Drafts, TypedMeanwhile Typed) into, RefusalSentences sentences, CancellationToken ct)
    {
        var saved = await into.Drafts.CatchUpAsync(routing, desk, into.Typed, ct);
        if (saved.Refusal is not { } refusal) return TypedResults.Ok(new DeskNoteSaved(saved.Value, Moments.Second(saved.Value)));
        return TypedResults.Json(new DeskNoteRefused(await sentences.OfAsync(refusal, ct)), statusCode: DraftAnswers.StatusOf(refusal));
    }
}
