using System.Net;
using System.Net.Sockets;

namespace Bimer.Blazor.Security.SigningIn;

/// <summary>Where a request comes from, as far as signing in needs to know.</summary>
public sealed class Visitor(IHttpContextAccessor contexts)
{
    /// <summary>What tries are counted by: an IPv4 address, or the network an IPv6 visitor can choose addresses of freely.</summary>
    public string Address => contexts.HttpContext?.Connection.RemoteIpAddress is { } address ? NetworkOf(address) : "";

    /// <summary>Browser and system in words their owner recognises.</summary>
    public string Device => DeviceWords.Of(contexts.HttpContext?.Request.Headers.UserAgent.ToString() ?? "");

    internal static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var network = address.GetAddressBytes();
        network.AsSpan(8).Clear();
        return new IPAddress(network) + "/64";
    }
}
