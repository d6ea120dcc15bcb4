using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;

namespace Bimer.Blazor.Security;

/// <summary>
/// The names this site answers to; a request for another host is refused before anything reads it. They follow from the public
/// addresses (<c>Bimer:AllowedOrigins</c>), the addresses listened on and this machine's own; <c>AllowedHosts</c> says it otherwise.
/// </summary>
public static class HostNames
{
    /// <summary>The framework's key: names divided by semicolons.</summary>
    public const string Setting = "AllowedHosts";

    private const string Everybody = "*";
    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] Wildcards = [Everybody, "+", "0.0.0.0", "[::]"];

    public static IServiceCollection AddHostNames(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddOptions<HostFilteringOptions>()
            .Configure<IConfiguration>(static (filter, configuration) => filter.AllowedHosts = [.. Named(configuration) ?? Following(configuration)])
            .Validate(
                filter => environment.IsDevelopment() || !filter.AllowedHosts.Any(IsWildcard),
                $"{Setting} would be everybody: a request could claim any host. Name the public address in {OriginGuard.Setting} (or the hosts in {Setting}).")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Some setting says where to listen.</summary>
    public static bool NamesAddress(IConfiguration configuration) => ListenedOn(configuration).Any();

    private static string[]? Named(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } text ? text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null;

    private static IEnumerable<string> Following(IConfiguration configuration)
    {
        string[] origins = [.. (configuration.GetSection(OriginGuard.Setting).Get<string[]>() ?? []).Select(HostOf).OfType<string>()];
        string[] listening = [.. ListenedOn(configuration)];
        // Listening everywhere tells no name: without a public address nothing is known.
        if (origins.Length == 0 && listening.Any(IsWildcard)) return [Everybody];
        return origins.Concat(listening.Where(host => !IsWildcard(host))).Concat(OwnMachine).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> ListenedOn(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls) return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Concat(endpoints).Select(url => BindingAddress.Parse(url).Host);
        var byPort = configuration[WebHostDefaults.HttpPortsKey] is { Length: > 0 } || configuration[WebHostDefaults.HttpsPortsKey] is { Length: > 0 };
        return endpoints.Select(url => BindingAddress.Parse(url).Host).Concat(byPort ? [Everybody] : []);
    }

    private static string? HostOf(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) ? uri.Host : null;

    private static bool IsWildcard(string host) => Wildcards.Contains(host, StringComparer.Ordinal);
}
