using System.Globalization;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Portal.Tracking;
using Bimer.Blazor.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bimer.Blazor.Portal;

/// <summary>The composition of the citizens' side.</summary>
public static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<GateOptions>().Bind(configuration.GetSection(GateOptions.Section)).ValidateDataAnnotations()
            .Validate(
                gate => environment.IsDevelopment() || gate.ProofBits >= GateOptions.LeastProofBits,
                $"{GateOptions.Section}:{nameof(GateOptions.ProofBits)} switches the human check off; outside Development it must be at least {GateOptions.LeastProofBits.ToString(CultureInfo.InvariantCulture)}.")
            .ValidateOnStart();
        services.AddHttpContextAccessor();
        services.TryAddSingleton<Throttle>();
        services.TryAddScoped<VisitCookie>();
        services.AddSingleton<VisitBook>().AddSingleton<CodeHash>().AddSingleton<CodeLimits>().AddSingleton<CodeSms>().AddSingleton<GateCodes>();
        services.AddSingleton<GateCheck>().AddSingleton<GateLetters>();
        services.AddScoped<VisitDoor>().AddScoped<EnterGateHandler>().AddScoped<VerifyCodeHandler>();
        return services.AddFiling().AddTracking();
    }

    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder app)
    {
        app.MapFiling();
        app.MapTracking();
        return app;
    }
}
