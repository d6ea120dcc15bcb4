namespace Bimer.Blazor.Security.Sessions;

/// <summary>
/// The cookie of a signed-in browser. On https it is bound to this very host (<c>__Host-</c>, Secure); plain http is served to the
/// own machine only, where browsers would refuse both. Strict: another site's link or form never brings it along.
/// </summary>
public sealed class SessionCookie(IHttpContextAccessor contexts)
{
    private const string SecureName = "__Host-bimer";
    private const string PlainName = "bimer";

    internal static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public string? Read() => Read(Context.Request);

    public void Write(string token) => Context.Response.Cookies.Append(NameFor(Context.Request), token, Options);

    public void Remove() => Context.Response.Cookies.Delete(NameFor(Context.Request), Options);

    private HttpContext Context => contexts.HttpContext ?? throw new InvalidOperationException("Cookies are written by a request, never by a circuit.");

    // No lifetime: it goes with the browser. How long the session stands is the server's knowledge.
    private CookieOptions Options => new()
    {
        Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = Context.Request.IsHttps,
    };

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : PlainName;
}
