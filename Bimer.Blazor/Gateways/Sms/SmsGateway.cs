using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Sms;

/// <summary>Section <c>Bimer:Simulate</c>, as far as short messages are concerned.</summary>
internal sealed class SmsOptions
{
    /// <summary>Short messages are written to <c>captured/sms</c> instead of being sent.</summary>
    public bool Sms { get; set; }
}

internal static class SmsGateway
{
    /// <summary>Captured where <c>Bimer:Simulate:Sms</c> is true, else an error in the list at start: no operator's adapter exists yet.</summary>
    public static IServiceCollection AddSmsGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SmsOptions>().Bind(configuration.GetSection("Bimer:Simulate")).ValidateOnStart()
            .Validate(options => options.Sms, "Bimer:Simulate:Sms is not true, and no operator can be configured yet: no code could reach a phone.");
        services.AddSingleton(new CapturedSmsBox(SimulatedGateways.DataPath(configuration)));
        return services.AddSingleton<ISmsSender, CapturingSmsSender>();
    }
}
