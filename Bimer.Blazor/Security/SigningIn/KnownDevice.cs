using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Bimer.Blazor.Security.SigningIn;

/// <summary>
/// The browser as one that somebody has signed in with before: a random id and the fingerprints of the last few who did, sealed in
/// a cookie of its own. It opens nothing; it only keeps strangers' wrong tries from slowing its owner down.
/// </summary>
public sealed class KnownDevice(IHttpContextAccessor contexts, IDataProtectionProvider protection)
{
    private const string Cookie = "bimer-cihaz";
    private const int MostPeople = 5;   // a counter's shared computer
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("Bimer.KnownDevice.v1");

    /// <summary>The device's id if this account has signed in with it before.</summary>
    public string? IdFor(string account) =>
        Read() is [var id, .. var people] && people.Contains(account, StringComparer.Ordinal) ? id : null;

    public void Remember(string account)
    {
        var known = Read();
        var id = known.Length > 0 ? known[0] : Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var people = known.Skip(1).Where(a => !string.Equals(a, account, StringComparison.Ordinal)).Prepend(account).Take(MostPeople);
        var context = Context;
        context.Response.Cookies.Append(Cookie, _protector.Protect(string.Join(' ', people.Prepend(id))), new CookieOptions
        {
            Path = "/giris", MaxAge = Kept, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps,
        });
    }

    private HttpContext Context => contexts.HttpContext ?? throw new InvalidOperationException("Cookies are read by a request, never by a circuit.");

    private string[] Read()
    {
        if (Context.Request.Cookies[Cookie] is not { Length: > 0 and < 4_000 } value) return [];
        try
        {
            return _protector.Unprotect(value).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];   // forged, or sealed under keys that are gone
        }
    }
}
