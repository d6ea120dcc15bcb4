namespace Bimer.Blazor.Security;

/// <summary>The strict response headers of every answer: pages, files, errors, refusals.</summary>
public static class SecurityHeaders
{
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), " +
        "hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), " +
        "screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()";

    /// <summary>For what is saved and not shown: should a browser show it all the same, nothing in it runs and none of it is of our origin (I3).</summary>
    private const string FilePolicy = "default-src 'none'; sandbox";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // On starting, not now: the exception handler clears the headers, and Blazor adds a weaker policy of its own.
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    });

    /// <summary>
    /// Whoever leaves leaves no copy of a page to the next person at this screen (G12). Cookies stay: those of ours that end are taken
    /// one by one, and an officer's session may stand beside a citizen's visit. Storage stays: nothing of a case lies there, only how
    /// wide somebody likes their list. Browsers heed it on https and on the own machine.
    /// </summary>
    public static void LeaveNothingBehind(this HttpResponse response) => response.Headers["Clear-Site-Data"] = "\"cache\"";

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = headers.ContentDisposition.Count > 0 ? FilePolicy : PolicyFor(context.Request);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers.Remove("Server");
        // What nobody declared fit for keeping is kept nowhere: answers, receipts and lists of a person's cases least of all.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }

    /// <summary>Scripts only from our own files. Styles may be inline because Radzen writes <c>style</c> attributes.</summary>
    private static string PolicyFor(HttpRequest request)
    {
        // Older browsers do not take a web socket for 'self', so this host is named.
        var socket = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host.Value}";
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
            $"connect-src 'self' {socket}; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";
    }
}
