namespace Bimer.Blazor.Security.Sessions;

/// <summary>Tells a person's step from page to page apart from what scripts and live screens fetch by themselves.</summary>
internal static class Navigation
{
    public static bool Is(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Started by another site: a strict cookie stayed at home.</summary>
    public static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"];

    /// <summary>Pages asked for and forms sent count as activity; the circuit's line and the session's own questions do not.</summary>
    public static bool IsActivity(HttpRequest request) =>
        request.HttpContext.GetEndpoint() is not null && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        && (Is(request) || HttpMethods.IsPost(request.Method));
}
