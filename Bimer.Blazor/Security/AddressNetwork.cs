using System.Net;
using System.Net.Sockets;

namespace Bimer.Blazor.Security;

/// <summary>What tries from one place are counted by: an IPv4 address, or the network an IPv6 visitor can choose addresses of freely.</summary>
internal static class AddressNetwork
{
    /// <summary>One text for one place, however its address was written; a question mark where there is none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "?";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var network = address.GetAddressBytes();
        network.AsSpan(8).Clear();
        return new IPAddress(network) + "/64";
    }
}
