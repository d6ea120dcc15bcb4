using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Sms;

internal static class SmsGateway
{
    /// <summary>The operator's gateway where an address is set, else captured where <c>Bimer:Simulate:Sms</c> is true, else an error in the list at start.</summary>
    public static IServiceCollection AddSmsGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SimulateOptions>().Bind(configuration.GetSection(SimulateOptions.Section));
        services.AddOptions<SmsOptions>().Bind(configuration.GetSection(SmsOptions.Section)).ValidateOnStart();
        // Read from the configuration: the options it stands in are themselves refused where no register is, and their fault would hide this one.
        var isCaptured = configuration.GetValue<bool>($"{SimulateOptions.Section}:{nameof(SimulateOptions.Sms)}");
        services.AddSingleton<IValidateOptions<SmsOptions>>(provider => new SmsOptionsValidation(isCaptured, provider.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        services.AddSingleton(new CapturedSmsBox(SimulatedGateways.DataPath(configuration)));
        return string.IsNullOrEmpty(configuration[$"{SmsOptions.Section}:{nameof(SmsOptions.Address)}"])
            ? services.AddSingleton<ISmsSender, CapturingSmsSender>()
            : services.AddSingleton<ISmsSender, HttpSmsSender>();
    }
}
