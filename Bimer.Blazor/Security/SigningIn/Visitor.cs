namespace Bimer.Blazor.Security.SigningIn;

/// <summary>Where a request comes from, as far as signing in needs to know.</summary>
public sealed class Visitor(IHttpContextAccessor contexts)
{
    /// <summary>What tries are counted by.</summary>
    public string Address => AddressNetwork.Of(contexts.HttpContext?.Connection.RemoteIpAddress);

    /// <summary>Browser and system in words their owner recognises.</summary>
    public string Device => DeviceWords.Of(contexts.HttpContext?.Request.Headers.UserAgent.ToString() ?? "");
}
