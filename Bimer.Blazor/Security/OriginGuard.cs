using Microsoft.Extensions.Primitives;

namespace Bimer.Blazor.Security;

/// <summary>
/// Refuses requests that another site made with our visitor's cookies. Browsers do not keep web sockets to one origin,
/// so circuits and hubs open only for an origin of the allow-list; the same holds for every request that may change something.
/// </summary>
public sealed partial class OriginGuard(RequestDelegate next, IConfiguration configuration, ILogger<OriginGuard> logger)
{
    /// <summary>Origins as a browser writes them (<c>https://bimer.example</c>), instead of the host that was asked.</summary>
    public const string Setting = "Bimer:AllowedOrigins";

    private static readonly PathString[] Sockets = ["/_blazor", "/hubs"];

    private readonly string[] _allowed = configuration.GetSection(Setting).Get<string[]>() ?? [];

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsAccepted(context.Request))
        {
            await next(context);
            return;
        }

        LogRefused(logger, context.Request.Method, context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private bool IsAccepted(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (OpensConnection(request)) return IsAllowed(origin, request);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return !IsSocketPath(request) || StringValues.IsNullOrEmpty(origin) || IsAllowed(origin, request);
        return IsAllowed(origin, request) || IsOwnFormWithoutReferrer(request);
    }

    private static bool OpensConnection(HttpRequest request) =>
        request.HttpContext.WebSockets.IsWebSocketRequest
        || request.Headers.ContainsKey("Sec-WebSocket-Key")
        || HttpMethods.IsConnect(request.Method)   // web sockets over HTTP/2
        || (IsSocketPath(request) && !HttpMethods.IsGet(request.Method) && request.Path.Value!.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase));

    private static bool IsSocketPath(HttpRequest request) =>
        Array.Exists(Sockets, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private bool IsAllowed(StringValues origin, HttpRequest request)
    {
        if (origin.Count != 1 || origin[0] is not { Length: > 0 } value) return false;
        return _allowed.Length > 0
            ? _allowed.Contains(value, StringComparer.Ordinal)
            : IsCanonical(value) && string.Equals(value, $"{request.Scheme}://{request.Host.Value}", StringComparison.Ordinal);
    }

    // A browser writes an origin in lower case. "host." is another origin for it, yet the same machine in DNS.
    private static bool IsCanonical(string origin) =>
        !origin.Any(char.IsAsciiLetterUpper) && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && !uri.Host.EndsWith('.');

    // Under "Referrer-Policy: no-referrer" a browser sends "Origin: null" with our own forms and the circuit's goodbye.
    // Sec-Fetch-Site cannot be set by a page; a sandboxed or foreign frame gets "cross-site" here.
    private static bool IsOwnFormWithoutReferrer(HttpRequest request) =>
        request.Headers.Origin is ["null"] && request.Headers["Sec-Fetch-Site"] is ["same-origin"];

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "Refused a {Method} request of a foreign or missing origin (circuit: {Circuit})")]
    private static partial void LogRefused(ILogger logger, string method, bool circuit);
}

public static class OriginGuardSetup
{
    /// <summary>An entry that no browser would ever send is told at the start; it would lock everybody out.</summary>
    public static IServiceCollection AddOrigins(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AllowedOrigins>().Configure(options => options.Origins = configuration.GetSection(OriginGuard.Setting).Get<string[]>() ?? [])
            .Validate(options => options.Origins.All(IsOrigin),
                $"{OriginGuard.Setting} must hold origins as a browser writes them: https://bimer.gov.tr, in lower case, without a path or a slash at the end.")
            .ValidateOnStart();
        return services;
    }

    public static IApplicationBuilder UseOriginGuard(this IApplicationBuilder app) => app.UseMiddleware<OriginGuard>();

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && ((string[])[Uri.UriSchemeHttps, Uri.UriSchemeHttp]).Contains(uri.Scheme, StringComparer.Ordinal)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.Ordinal);

    private sealed class AllowedOrigins
    {
        public IReadOnlyList<string> Origins { get; set; } = [];
    }
}
