using System.ComponentModel.DataAnnotations;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Applicants;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Registers;

/// <summary>Section <c>Bimer:Simulate</c>, as far as the identity register is concerned.</summary>
internal sealed class RegistryOptions
{
    /// <summary>People come from the demo instead of the register.</summary>
    public bool IdentityRegistry { get; set; }

    [EnumDataType(typeof(RegistryMood))]
    public RegistryMood RegistryMood { get; set; }
}

internal static class RegistryGateway
{
    /// <summary>The demo's people where <c>Bimer:Simulate:IdentityRegistry</c> is true, else an error in the list at start.</summary>
    public static IServiceCollection AddRegistryGateway(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Bimer:Simulate");
        services.AddOptions<RegistryOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart()
            .Validate(options => options.IdentityRegistry, "Bimer:Simulate:IdentityRegistry is not true, and no register can be configured yet: nobody could pass the citizens' gate.");
        services.AddSingleton(provider => new SimulatedIdentityRegistry(
            provider.GetRequiredService<Func<NationalId, RegisteredPerson?>>(), (section.Get<RegistryOptions>() ?? new RegistryOptions()).RegistryMood));
        return services.AddSingleton<IIdentityRegistry>(provider => provider.GetRequiredService<SimulatedIdentityRegistry>());
    }
}
