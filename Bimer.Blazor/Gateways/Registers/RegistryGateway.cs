using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Applicants;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Registers;

internal static class RegistryGateway
{
    /// <summary>The demo's people where <c>Bimer:Simulate:IdentityRegistry</c> is true, else an error in the list at start.</summary>
    public static IServiceCollection AddRegistryGateway(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SimulateOptions.Section);
        services.AddOptions<SimulateOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart()
            .Validate(options => options.IdentityRegistry, "Bimer:Simulate:IdentityRegistry is not true, and no register can be configured yet: nobody could pass the citizens' gate.");
        services.AddSingleton(provider => new SimulatedIdentityRegistry(
            provider.GetRequiredService<Func<NationalId, RegisteredPerson?>>(), (section.Get<SimulateOptions>() ?? new SimulateOptions()).RegistryMood));
        return services.AddSingleton<IIdentityRegistry>(provider => provider.GetRequiredService<SimulatedIdentityRegistry>());
    }
}
