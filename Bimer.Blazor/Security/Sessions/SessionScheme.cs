using System.Text.Encodings.Web;
using Bimer.Blazor.Shell.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>
/// Turns the cookie's token into a person by asking the session's row at every request; nothing about the person is in the cookie.
/// </summary>
internal sealed class SessionScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionVisits visits)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bimer";

    private string? _end;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await visits.EnterAsync(Request, Context.RequestAborted) is not { } entry) return AuthenticateResult.NoResult();
        _end = entry.End;
        return entry.Person is { } person ? AuthenticateResult.Success(new AuthenticationTicket(person, Name)) : AuthenticateResult.NoResult();
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceAsync();
        if (Context.GetEndpoint() is null) Response.StatusCode = StatusCodes.Status404NotFound;   // what does not exist does not ask who you are
        else if (!Navigation.Is(Request)) Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (Navigation.IsFromElsewhere(Request)) ComeBackFromHere();
        else Response.Redirect(Addresses.SignIn + QueryString.Create([new("donus", Here), .. Why]));
    }

    /// <summary>What may not be seen is answered like what does not exist.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private string Here => Request.PathBase.ToUriComponent() + Request.Path.ToUriComponent() + Request.QueryString.ToUriComponent();

    private IEnumerable<KeyValuePair<string, string?>> Why => _end is null ? [] : [new("neden", _end)];

    // A link in a mail or on another site arrives without the strict cookie. The same address asked for by our own page has it.
    private void ComeBackFromHere()
    {
        Response.ContentType = "text/html; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Refresh"] = "0; url=" + Here;
    }
}
