using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Security.Passwords;

/// <summary>Section <c>Bimer:Passwords</c>.</summary>
public sealed class PasswordOptions
{
    public const string Section = "Bimer:Passwords";

    /// <summary>The least that OWASP advises for PBKDF2-HMAC-SHA512.</summary>
    public const int LeastIterations = 210_000;

    /// <summary>Cost of a new hash; raised here, older hashes are made anew when their owner next signs in.</summary>
    [Range(1, 10_000_000)]
    public int Iterations { get; set; } = 220_000;

    /// <summary>How many passwords are tried at once; the others wait, so that a flood of tries leaves processors for the work.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 2;
}
