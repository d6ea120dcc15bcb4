using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security;

/// <summary>
/// The machines in front of this one, <c>Bimer:Proxies</c>: addresses or networks (<c>10.1.0.0/16</c>). They alone may say for whom they
/// ask and whether that person came by https; anybody else's <c>X-Forwarded-*</c> is text, or a visitor could choose the address
/// the brakes count by and the audit writes down.
/// </summary>
public sealed class ProxyOptions
{
    /// <summary>The configuration key.</summary>
    public const string Setting = "Bimer:Proxies";

    public IReadOnlyList<string> Trusted { get; set; } = [];

    /// <summary>A single address is a network of one.</summary>
    internal static System.Net.IPNetwork? Read(string text)
    {
        if (IPAddress.TryParse(text, out var address)) return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        return System.Net.IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 ? network : null;   // /0 would be everybody
    }
}

public static class ProxySetup
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProxyOptions>().Configure(options => options.Trusted = configuration.GetSection(ProxyOptions.Setting).Get<string[]>() ?? [])
            .Validate(options => options.Trusted.All(text => ProxyOptions.Read(text) is not null),
                $"{ProxyOptions.Setting} must hold addresses or networks such as 10.1.2.3 or 10.1.0.0/16.")
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxies) => Believe(headers, proxies.Value.Trusted));
        return services;
    }

    public static IApplicationBuilder UseProxies(this IApplicationBuilder app) => app.UseForwardedHeaders();

    // Both lists empty would mean "believe everybody" to the framework, and its default believes whoever asks from this machine.
    private static void Believe(ForwardedHeadersOptions headers, IReadOnlyList<string> trusted)
    {
        headers.ForwardedHeaders = trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.ForwardLimit = null;   // as far back as the chain is our own
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var network in trusted.Select(ProxyOptions.Read)) headers.KnownIPNetworks.Add(network!.Value);
    }
}
