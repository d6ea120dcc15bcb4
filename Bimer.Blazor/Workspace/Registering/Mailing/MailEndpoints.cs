using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Security;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

/// <summary>Where a mail that could not be read is fetched: by a form, because the fetching is written down and a link changes nothing.</summary>
internal static class MailEndpoints
{
    public static void MapMails(this IEndpointRouteBuilder app) => app.MapPost("/yeni/e-posta/{mail:guid}/asli", FetchAsync).RequireAuthorization();

    // The form is bound so that a post without its token is refused before anything is written.
    private static async Task<Results<FileDownload, NotFound, Conflict>> FetchAsync(
        Guid mail, IFormCollection form, TakeMailOriginalHandler handler, CancellationToken ct)
    {
        _ = form;
        var taken = await handler.HandleAsync(new TakeMailOriginal(mail), ct);
        if (taken.Value is not { } bytes) return taken.Refusal is Refusal.NotFound ? TypedResults.NotFound() : TypedResults.Conflict();
        return new FileDownload(bytes, "application/octet-stream", MailOriginal.Name);
    }
}
