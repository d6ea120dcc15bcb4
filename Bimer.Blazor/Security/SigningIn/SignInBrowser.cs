using Bimer.Blazor.Security.Sessions;

namespace Bimer.Blazor.Security.SigningIn;

/// <summary>The browser that signs in: what it brought along and what it is given.</summary>
public sealed class SignInBrowser(Visitor visitor, KnownDevice device, SessionCookie cookie)
{
    public string Device => visitor.Device;

    /// <summary>The session it came with, if any: it ends, so that nobody can have planted it.</summary>
    public string? Token => cookie.Read();

    public SignInTry TryOn(string account) => new(account, device.IdFor(account), visitor.Address);

    public void Welcome(string token, string account)
    {
        cookie.Write(token);
        device.Remember(account);
    }
}
