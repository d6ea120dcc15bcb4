using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>Which doors to the outside are played instead of opened, section <c>Bimer:Simulate</c>. Nothing is, unless it is said here.</summary>
internal sealed class SimulateOptions
{
    public const string Section = "Bimer:Simulate";

    /// <summary>Mail is written to <c>captured/mail</c> where no mail server is named.</summary>
    public bool Mail { get; set; }

    /// <summary>Short messages are written to <c>captured/sms</c> instead of being sent.</summary>
    public bool Sms { get; set; }

    /// <summary>People come from the demo instead of the register.</summary>
    public bool IdentityRegistry { get; set; }

    /// <summary>How the played register feels today.</summary>
    [EnumDataType(typeof(RegistryMood))]
    public RegistryMood RegistryMood { get; set; }
}
