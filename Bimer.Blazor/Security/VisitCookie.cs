using System.Security.Cryptography;
using Bimer.Blazor.Persistence.Intake;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Security;

/// <summary>
/// The cookies of a citizen's visits: a random token each and nothing else. Looking a case up is a visit beside the one that writes, so
/// that a question never costs a draft. On https they are bound to this very host; strict, so that no other site's link or form
/// brings them along.
/// </summary>
public sealed class VisitCookie(IHttpContextAccessor contexts)
{
    private const int TokenBytes = 32;
    private const string Secure = "__Host-";
    private const string Writing = "bimer-ziyaret";
    private const string Asking = "bimer-sorgu";

    private HttpContext Context => contexts.HttpContext ?? throw new InvalidOperationException("A visit belongs to a request.");

    /// <summary>The token the browser brought for this side of the portal, else that of the other side; none without a visit.</summary>
    public string? Token => IsLookUp ? Read(Asking) ?? Read(Writing) : Read(Writing) ?? Read(Asking);

    /// <summary>Of both sides.</summary>
    public IReadOnlyList<string> Tokens => [.. new[] { Read(Writing), Read(Asking) }.OfType<string>()];

    /// <summary>A form is being sent.</summary>
    public bool IsPosted => HttpMethods.IsPost(Context.Request.Method);

    /// <summary>What tries of one device are counted by: its address, on IPv6 the network it can choose addresses of.</summary>
    public string Device => AddressNetwork.Of(Context.Connection.RemoteIpAddress);

    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));

    public void Give(FilingPurpose purpose, string token, TimeSpan lifetime)
    {
        var options = Options;
        options.MaxAge = lifetime;
        Context.Response.Cookies.Append(NameOf(purpose == FilingPurpose.Tracking ? Asking : Writing), token, options);
    }

    /// <summary>The browser forgets both visits.</summary>
    public void Take()
    {
        Forget(Writing);
        Forget(Asking);
    }

    /// <summary>What was looked up before is over: the next look is at what was filed just now. Who came to look up and filed by that very visit keeps it.</summary>
    public void EndLookUp()
    {
        if (Read(Writing) is not null) Forget(Asking);
    }

    private bool IsLookUp => Context.Request.Path.StartsWithSegments("/sorgula", StringComparison.OrdinalIgnoreCase);

    private string? Read(string name) => Context.Request.Cookies[NameOf(name)];

    private void Forget(string name) => Context.Response.Cookies.Delete(NameOf(name), Options);

    private string NameOf(string name) => Context.Request.IsHttps ? Secure + name : name;

    private CookieOptions Options => new()
    {
        Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = Context.Request.IsHttps,
    };
}
