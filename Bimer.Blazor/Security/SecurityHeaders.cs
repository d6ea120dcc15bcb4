namespace Bimer.Blazor.Security;

/// <summary>The strict response headers of every answer: pages, files, errors, refusals.</summary>
public static class SecurityHeaders
{
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), " +
        "hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), " +
        "screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // On starting, not now: the exception handler clears the headers, and Blazor adds a weaker policy of its own.
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    });

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyFor(context.Request);
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
