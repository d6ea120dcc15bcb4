using Bimer.Domain.Kernel;

namespace Bimer.Domain.Organisation;

/// <summary>A role given to a person on one unit between two days (rol ataması, S61).</summary>
public sealed class RoleAssignment
{
    private RoleAssignment() { }

    public RoleAssignment(UserId officer, OfficerRole role, UnitId unit, DateOnly validFrom, DateOnly? validUntil = null)
    {
        Officer = officer;
        Role = role;
        Unit = unit;
        ValidFrom = validFrom;
        ValidUntil = validUntil;
    }

    public UserId Officer { get; private set; }

    public OfficerRole Role { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>First day, included.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day, included; none while open-ended.</summary>
    public DateOnly? ValidUntil { get; private set; }
}
