using Bimer.Domain.Kernel;

namespace Bimer.Domain.Organisation;

/// <summary>
/// An İYEM record: a person's authority to sign for a unit and everything below it (imza yetkisi, S64).
/// </summary>
public sealed class SigningAuthority
{
    private SigningAuthority() { }

    public SigningAuthority(UserId holder, UnitId unit, string iyemCode, DateOnly validFrom, DateOnly? validUntil)
    {
        Holder = holder;
        Unit = unit;
        IyemCode = iyemCode;
        ValidFrom = validFrom;
        ValidUntil = validUntil;
    }

    public UserId Holder { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>The register's own code of the record, at most 32 characters.</summary>
    public string IyemCode { get; private set; } = "";

    /// <summary>First day of validity, included.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day of validity, included; none while open-ended.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>True when the holder may sign for the unit on that day: the record stands on it or on a unit above it.</summary>
    public bool Covers(UserId person, UnitLineage unit, DateOnly day) =>
        Holder == person && ValidFrom <= day && (ValidUntil is not { } until || day <= until) && unit.IsWithin(Unit);
}
