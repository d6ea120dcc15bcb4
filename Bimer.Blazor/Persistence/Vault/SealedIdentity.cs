using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>A person's identity, sealed; the key is not in the database. The case knows only <see cref="Ref"/>.</summary>
public sealed class SealedIdentity
{
    public ApplicantRef Ref { get; init; }

    public byte[] Sealed { get; set; } = [];

    public DateTimeOffset SealedAt { get; set; }
}

/// <summary>What an identity may be looked up by.</summary>
public enum LookupKind
{
    /// <summary>Citizen number alone: staff search, evveliyat.</summary>
    NationalId = 1,

    /// <summary>Citizen number with the verified phone: the citizen's own list.</summary>
    PersonAndPhone = 2,

    /// <summary>Folded full name: exact staff search.</summary>
    Name = 3,
}

/// <summary>
/// A keyed hash that finds the cases of a person. Rows exist for cases whose identity is not hidden and go when it is hidden.
/// </summary>
public sealed class IdentityLookup
{
    public LookupKind Kind { get; init; }

    public byte[] Hash { get; init; } = [];

    public CaseId CaseId { get; init; }
}
