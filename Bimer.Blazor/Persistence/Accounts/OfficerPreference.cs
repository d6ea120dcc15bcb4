using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Accounts;

/// <summary>What one person chose for their own screens, the same on every device; nothing of a case or a citizen.</summary>
public sealed class OfficerPreference
{
    public UserId Officer { get; init; }

    /// <summary>What the choice is about.</summary>
    public string Key { get; init; } = "";

    /// <summary>JSON, read and written by the room that asks.</summary>
    public string Value { get; set; } = "";
}
