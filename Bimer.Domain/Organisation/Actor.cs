using Bimer.Domain.Kernel;

namespace Bimer.Domain.Organisation;

/// <summary>One role on one unit, valid now.</summary>
public readonly record struct RoleOn(OfficerRole Role, UnitId Unit);

/// <summary>
/// Who acts: a person with the roles that are valid at this moment (İşlemi yapan). Rights never add up across units:
/// each question names the unit it is asked for.
/// </summary>
/// <param name="On">The legal day in Istanbul on which the roles were read.</param>
public sealed record Actor(UserId UserId, IReadOnlyList<RoleOn> Roles, DateOnly On)
{
    /// <summary>True when the person holds the role on exactly this unit.</summary>
    public bool Is(OfficerRole role, UnitId unit) => Roles.Contains(new RoleOn(role, unit));

    /// <summary>True when the person holds any role on exactly this unit.</summary>
    public bool BelongsTo(UnitId unit) => Roles.Any(r => r.Unit == unit);

    /// <summary>The units on which the person holds this role, each once.</summary>
    public IEnumerable<UnitId> UnitsAs(OfficerRole role) => Roles.Where(r => r.Role == role).Select(r => r.Unit).Distinct();
}
