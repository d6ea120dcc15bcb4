using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Security.SigningIn;

/// <summary>Section <c>Bimer:SignIn</c>: wrong tries in one window before further ones have to wait for the next.</summary>
public sealed class SignInLimits
{
    public const string Section = "Bimer:SignIn";

    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>On one account from browsers it has never signed in with.</summary>
    [Range(1, 1_000)]
    public int PerAccount { get; set; } = 5;

    /// <summary>On one account from a browser it has signed in with before.</summary>
    [Range(1, 1_000)]
    public int PerKnownDevice { get; set; } = 10;

    /// <summary>From one address; a whole directorate may sit behind it.</summary>
    [Range(1, 100_000)]
    public int PerAddress { get; set; } = 100;

    /// <summary>From everywhere, before each further try of an unknown browser is answered late.</summary>
    [Range(1, 1_000_000)]
    public int FromEverywhere { get; set; } = 2_000;

    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);
}
