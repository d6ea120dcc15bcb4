using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Sms;

internal static class SmsGateway
{
    /// <summary>Captured where <c>Bimer:Simulate:Sms</c> is true, else an error in the list at start: no operator's adapter exists yet.</summary>
    public static IServiceCollection AddSmsGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SimulateOptions>().Bind(configuration.GetSection(SimulateOptions.Section)).ValidateOnStart()
            .Validate(options => options.Sms, "Bimer:Simulate:Sms is not true, and no operator can be configured yet: no code could reach a phone.");
        services.AddSingleton(new CapturedSmsBox(SimulatedGateways.DataPath(configuration)));
        return services.AddSingleton<ISmsSender, CapturingSmsSender>();
    }
}
