using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Accounts;

/// <summary>What signs a person in, apart from what colleagues see. The citizen number is found by a keyed hash and kept sealed.</summary>
public sealed class OfficerAccount
{
    public UserId Officer { get; init; }

    public byte[] NationalIdHash { get; init; } = [];

    public byte[] SealedNationalId { get; init; } = [];

    public byte[] SealedPhone { get; set; } = [];

    /// <summary>Algorithm, cost, salt and hash; none until the first password is set.</summary>
    public string? PasswordHash { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}

/// <summary>One signed-in browser. The cookie holds a random token; only its hash is here.</summary>
public sealed class OfficerSession
{
    public Guid Id { get; init; }

    public byte[] TokenHash { get; init; } = [];

    public UserId Officer { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Last command, navigation or key ping; live redraws are not activity.</summary>
    public DateTimeOffset LastActiveAt { get; set; }

    /// <summary>Twelve hours after the start, whatever happens.</summary>
    public DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>A short code: signed-out, idle, expired, ended-by-person, account-changed.</summary>
    public string? EndedWhy { get; set; }

    /// <summary>Browser and system in words the person recognises; no address.</summary>
    public string Device { get; init; } = "";
}
