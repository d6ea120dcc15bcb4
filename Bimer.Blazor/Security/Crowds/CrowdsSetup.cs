using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Security.Crowds;

/// <summary>The bounds of what may be open at once.</summary>
internal static class CrowdsSetup
{
    public static IServiceCollection AddCrowds(this IServiceCollection services)
    {
        services.AddOptions<ConnectionLimits>().BindConfiguration(ConnectionLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ConnectionLimits>>((kestrel, limits) => kestrel.Limits.MaxConcurrentConnections = limits.Value.Altogether);
        return services.AddSingleton<CrowdGuard>();
    }

    public static IApplicationBuilder UseCrowdsByAddress(this IApplicationBuilder app) => app.Use(app.ApplicationServices.GetRequiredService<CrowdGuard>().ByAddressAsync);

    public static IApplicationBuilder UseCrowdsByPerson(this IApplicationBuilder app) => app.Use(app.ApplicationServices.GetRequiredService<CrowdGuard>().ByPersonAsync);
}
