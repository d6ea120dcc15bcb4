using System.Globalization;
using System.Net;
using Bimer.Blazor.Security.Sessions;
using Bimer.Blazor.Shell;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Crowds;

/// <summary>
/// Keeps a flood from everybody else's work (K1, K2, K14): so many requests of one address are under way at once, so many connections of circuits are open
/// for one person, so many altogether. Whoever is not signed in opens none. Inside a limit nothing costs more than counting.
/// </summary>
public sealed partial class CrowdGuard(IOptions<ConnectionLimits> limits, IOptions<SessionLimits> screens, IStringLocalizer<ShellWords> words, TimeProvider clock, ILogger<CrowdGuard> logger)
{
    private const string RetrySeconds = "10";
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private static readonly PathString Circuits = "/_blazor";

    private readonly Turnstile<string> _addresses = new();
    private readonly Turnstile<UserId> _people = new();
    private readonly Turnstile<bool> _all = new();
    private readonly Lock _telling = new();
    private long _toldAt;
    private int _untold;

    /// <summary>Before anything is asked of the database. A circuit's connection is counted by its person.</summary>
    internal async Task ByAddressAsync(HttpContext context, RequestDelegate next)
    {
        var from = context.Connection.RemoteIpAddress;
        if (from is null || IPAddress.IsLoopback(from) || HoldsCircuit(context.Request))
        {
            await next(context);
            return;
        }

        var address = AddressNetwork.Of(from);
        if (_addresses.TryEnter(address, limits.Value.RequestsPerAddress)) await PassAsync(_addresses, address, context, next);
        else await RefuseAsync(context, StatusCodes.Status429TooManyRequests, person: 0);
    }

    /// <summary>Once it is known who asks.</summary>
    internal async Task ByPersonAsync(HttpContext context, RequestDelegate next)
    {
        if (!HoldsCircuit(context.Request))
        {
            await next(context);
            return;
        }

        var claimed = new ClaimedSession();
        claimed.TakeFrom(context.User);
        if (claimed.Officer is not { } person) await next(context);   // to be refused as everywhere: a circuit is for whoever is signed in
        else if (!_people.TryEnter(person, limits.Value.PerScreen * screens.Value.CircuitsPerPerson)) await RefuseAsync(context, StatusCodes.Status429TooManyRequests, person.Value);
        else await PassAsync(_people, person, context, next: AmongAllAsync);

        async Task AmongAllAsync(HttpContext counted)
        {
            if (_all.TryEnter(key: true, limits.Value.Circuits)) await PassAsync(_all, key: true, counted, next);
            else await RefuseAsync(counted, StatusCodes.Status503ServiceUnavailable, person.Value);
        }
    }

    private static async Task PassAsync<TKey>(Turnstile<TKey> counted, TKey key, HttpContext context, RequestDelegate next)
        where TKey : notnull
    {
        try
        {
            await next(context);
        }
        finally
        {
            counted.Leave(key);
        }
    }

    // A socket, a long poll, or the stream of events: each lasts as long as its circuit's connection.
    private static bool HoldsCircuit(HttpRequest request) =>
        request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase) && !HttpMethods.IsPost(request.Method) && !HttpMethods.IsHead(request.Method) && !IsScript(request.Path);

    private static bool IsScript(PathString path) => path.Value!.EndsWith(".js", StringComparison.OrdinalIgnoreCase);

    private Task RefuseAsync(HttpContext context, int status, int person)
    {
        Tell(person);
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = RetrySeconds;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(InTurkish());
    }

    // In front of the rooms that know a visitor's language.
    private string InTurkish()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = TurkishCulture.Info;
        var text = words["TooCrowded"].Value;
        CultureInfo.CurrentUICulture = before;
        return text;
    }

    /// <summary>A flood of requests must not become a flood of lines.</summary>
    private void Tell(int person)
    {
        int refused;
        lock (_telling)
        {
            _untold++;
            if (_toldAt != 0 && clock.GetElapsedTime(_toldAt) < BetweenLines) return;
            (_toldAt, refused, _untold) = (clock.GetTimestamp(), _untold, 0);
        }

        LogRefused(logger, refused, person);
    }

    [LoggerMessage(EventId = 1304, Level = LogLevel.Warning, Message = "Refused {Count} requests because too much is open at once; the last for officer {Officer} (0: for an address)")]
    private static partial void LogRefused(ILogger logger, int count, int officer);
}
