using System.Security.Cryptography;
using Bimer.Blazor.Security.SigningIn;
using Microsoft.AspNetCore.DataProtection;

namespace Bimer.Blazor.Security;

/// <summary>Where a paper goes that leaves the server.</summary>
/// <param name="Workstation">The mark of the computer: the same as long as its browser keeps it.</param>
/// <param name="Device">The name it was given, browser and system in words; empty where nothing was recognised.</param>
/// <param name="Address">The network address, as the outermost proxy of ours saw it.</param>
/// <param name="Site">The address of this site as that computer knows it, without a slash at the end.</param>
public sealed record PrintPlace(string Workstation, string Device, string Address, string Site);

/// <summary>
/// Which computer a printout is taken at (S42): a random mark in a sealed cookie of its own, given with the first printout and shared by
/// all who work there, and a name where a coordinator gave one. Nobody can write the mark of a colleague's computer; who takes the cookie away gets a new one.
/// </summary>
public sealed class Workstation(IHttpContextAccessor contexts, IDataProtectionProvider protection)
{
    private const string Cookie = "bimer-bilgisayar";
    private const int MarkBytes = 6;
    private const char Between = '|';

    /// <summary>Longest name, in UTF-16 units: beside browser and system it still goes into the record.</summary>
    public const int LongestName = 24;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);   // browsers keep none longer

    private readonly IDataProtector _protector = protection.CreateProtector("Bimer.Workstation.v1");

    /// <summary>By a request alone; gives the computer its mark when it has none yet.</summary>
    public PrintPlace Here()
    {
        var context = contexts.HttpContext ?? throw new InvalidOperationException("A paper leaves by a request, never by a circuit.");
        var request = context.Request;
        var (mark, name) = Read(request) ?? (NewMark(), "");
        Keep(context, mark, name);
        var device = DeviceWords.Of(request.Headers.UserAgent.ToString());
        var address = context.Connection.RemoteIpAddress;
        return new PrintPlace(
            mark, name.Length == 0 ? device : $"{name} · {device}",
            (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "?", $"{request.Scheme}://{request.Host.Value}");
    }

    /// <summary>Gives the computer of this request a name people know it by; its mark stays.</summary>
    /// <returns>The mark.</returns>
    public string Name(string name)
    {
        var context = contexts.HttpContext ?? throw new InvalidOperationException("A computer is named by a request, never by a circuit.");
        var mark = Read(context.Request)?.Mark ?? NewMark();
        Keep(context, mark, name);
        return mark;
    }

    private static string NewMark() => Convert.ToHexString(RandomNumberGenerator.GetBytes(MarkBytes));

    private void Keep(HttpContext context, string mark, string name) =>
        context.Response.Cookies.Append(Cookie, _protector.Protect(name.Length == 0 ? mark : mark + Between + name), new CookieOptions
        {
            Path = "/evrak", MaxAge = Kept, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps,
        });

    private (string Mark, string Name)? Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 and < 1_000 } value) return null;
        try
        {
            return _protector.Unprotect(value).Split(Between, 2) is [var mark, .. var name] ? (mark, name is [var given] ? given : "") : null;
        }
        catch (CryptographicException)
        {
            return null;   // forged, or sealed under keys that are gone
        }
    }
}
