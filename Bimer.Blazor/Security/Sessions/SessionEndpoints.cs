using Bimer.Blazor.Shell.Frame;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>What the page's script asks of the session, and the way out. The origin guard stands before every POST here.</summary>
internal static class SessionEndpoints
{
    public const string Ping = "/oturum/ping";
    public const string Remaining = "/oturum/kalan";

    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapPost(Ping, TellAsync).RequireAuthorization();
        app.MapGet(Remaining, TellAsync).RequireAuthorization();
        app.MapPost(Addresses.SignOut, SignOutAsync).AllowAnonymous();   // with a session that is over one still finds the way out
    }

    /// <param name="Left">Whole seconds until the session ends if nothing is done.</param>
    /// <param name="Warning">Whole seconds before the end at which the person is warned.</param>
    /// <param name="IsFinal">The session reaches its longest time: activity no longer prolongs it.</param>
    internal sealed record Rest(int Left, int Warning, bool IsFinal);

    // The activity of a ping was recorded when the request came in.
    private static async Task<Results<Ok<Rest>, UnauthorizedHttpResult>> TellAsync(
        ClaimedSession claimed, SessionDoor door, CancellationToken ct)
    {
        if (claimed.Id is not { } id || await door.LookAsync(id, ct) is not { State.Stands: true } visit) return TypedResults.Unauthorized();
        return TypedResults.Ok(new Rest((int)visit.State.Left.TotalSeconds, (int)door.Warning.TotalSeconds, visit.State.IsFinal));
    }

    // The form is bound so that a post without its token is refused before anything ends.
    private static async Task<RedirectHttpResult> SignOutAsync(IFormCollection form, HttpResponse response, SessionCookie cookie, SessionRegistry registry, CancellationToken ct)
    {
        _ = form;
        await registry.EndAsync(cookie.Read(), SessionEnd.SignedOut, ct);
        cookie.Remove();
        response.LeaveNothingBehind();
        return TypedResults.LocalRedirect($"{Addresses.SignIn}?neden={SessionEnd.SignedOut}");
    }
}
