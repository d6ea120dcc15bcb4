using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Scanning;

internal static class ScanningGateway
{
    private const string Unix = "unix:";

    /// <summary>clamd where an address is set, else none; there is no simulated one, and what is not scanned is called so.</summary>
    public static IServiceCollection AddScanningGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScannerOptions>().Bind(configuration.GetSection(ScannerOptions.Section)).ValidateOnStart()
            .Validate(options => options.Address.Length == 0 || PlaceOf(options.Address) is not null, $"{ScannerOptions.Section}:Address must be host:port or unix:/path.")
            .Validate(options => options.Timeout > TimeSpan.Zero && options.Timeout <= TimeSpan.FromMinutes(10), $"{ScannerOptions.Section}:Timeout must be longer than zero and at most ten minutes.");
        return string.IsNullOrEmpty(configuration[$"{ScannerOptions.Section}:{nameof(ScannerOptions.Address)}"])
            ? services.AddSingleton<IScanner, NoScanner>()
            : services.AddSingleton<IScanner, ClamdScanner>();
    }

    internal static EndPoint? PlaceOf(string address)
    {
        if (address.StartsWith(Unix, StringComparison.Ordinal)) return address.Length > Unix.Length + 1 && address[Unix.Length] == '/' ? new UnixDomainSocketEndPoint(address[Unix.Length..]) : null;
        var at = address.LastIndexOf(':');
        return at > 0 && int.TryParse(address.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535 ? new DnsEndPoint(address[..at].Trim('[', ']'), port) : null;
    }

    private sealed class NoScanner : IScanner
    {
        public bool IsThere => false;

        public Task<ScanAnswer?> ScanAsync(Stream content, CancellationToken ct) => Task.FromResult<ScanAnswer?>(null);
    }
}
