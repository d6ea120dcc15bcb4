using Bimer.Blazor.Gateways.Mail;
using Bimer.Blazor.Gateways.Registers;
using Bimer.Blazor.Gateways.Scanning;
using Bimer.Blazor.Gateways.Sms;

namespace Bimer.Blazor.Gateways;

/// <summary>The composition of this room: every door to the outside is real where configured, simulated only where that is said.</summary>
public static class GatewaySetup
{
    public static IServiceCollection AddGateways(this IServiceCollection services, IConfiguration configuration) =>
        services.AddMailGateway(configuration).AddSmsGateway(configuration).AddRegistryGateway(configuration).AddScanningGateway(configuration);
}
