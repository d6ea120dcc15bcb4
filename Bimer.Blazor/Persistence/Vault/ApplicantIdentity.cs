using System.Text.Json.Serialization;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>
/// Who filed, in the clear: lives only between a seal and the screen or letter that may show it. Numbers in their canonical form; what
/// a letter or a caller did not say is empty. <see cref="ToString"/> tells nothing, so no log can.
/// </summary>
public sealed record ApplicantIdentity
{
    public required string NationalId { get; init; }

    public required string GivenName { get; init; }

    public required string Surname { get; init; }

    /// <summary>E.164; the number the code went to, or the one a letter gives.</summary>
    public required string Mobile { get; init; }

    /// <summary>A number of another kind, as a letter gives it; no message goes there.</summary>
    public string? Telephone { get; init; }

    public string? Email { get; init; }

    /// <summary>From the identity register; never edited here.</summary>
    public string? RegisterAddress { get; init; }

    /// <summary>Where the applicant wants letters; beside the register's address, not instead of it.</summary>
    public string? ContactAddress { get; init; }

    /// <summary>A code of the education list; optional.</summary>
    public string? Education { get; init; }

    /// <summary>For a legal entity: who the person files for.</summary>
    public LegalEntityIdentity? Entity { get; init; }

    [JsonIgnore]
    public string FullName => (GivenName + " " + Surname).Trim();

    public override string ToString() => nameof(ApplicantIdentity);
}

/// <summary>The legal entity a person files for (tüzel kişi, S8).</summary>
public sealed record LegalEntityIdentity(string Title, string TaxId, string Address, string? Email)
{
    public override string ToString() => nameof(LegalEntityIdentity);
}

[JsonSerializable(typeof(ApplicantIdentity))]
internal sealed partial class ApplicantIdentityJson : JsonSerializerContext;
