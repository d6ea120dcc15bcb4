using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Security;

/// <summary>
/// The cookie of a citizen's visit: a random token and nothing else. On https it is bound to this very host; strict, so that no other
/// site's link or form brings it along.
/// </summary>
public sealed class VisitCookie(IHttpContextAccessor contexts)
{
    private const int TokenBytes = 32;
    private const string SecureName = "__Host-bimer-ziyaret";
    private const string PlainName = "bimer-ziyaret";

    private HttpContext Context => contexts.HttpContext ?? throw new InvalidOperationException("A visit belongs to a request.");

    /// <summary>The token the browser brought; none without a visit.</summary>
    public string? Token => Context.Request.Cookies[Name];

    /// <summary>What tries of one device are counted by: its address, on IPv6 the network a household gets.</summary>
    public string Device => NetworkOf(Context.Connection.RemoteIpAddress);

    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));

    public void Give(string token, TimeSpan lifetime)
    {
        var options = Options;
        options.MaxAge = lifetime;
        Context.Response.Cookies.Append(Name, token, options);
    }

    public void Take() => Context.Response.Cookies.Delete(Name, Options);

    private string Name => Context.Request.IsHttps ? SecureName : PlainName;

    private CookieOptions Options => new()
    {
        Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = Context.Request.IsHttps,
    };

    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "?";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
