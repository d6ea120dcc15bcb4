using System.Security.Cryptography;
using System.Text.Json;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>
/// Identities in and out of their seal. Opening is for five occasions only: a reveal whose record is committed already, a letter
/// being sent, the index of a case whose hiding is taken back at once, a letter that must not name
/// whoever is hidden, and words taken from one letter into another.
/// </summary>
public sealed class IdentityVault(Sealer sealer, LookupHash lookups)
{
    public SealedIdentity Seal(ApplicantRef reference, ApplicantIdentity identity, DateTimeOffset now)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(identity, ApplicantIdentityJson.Default.ApplicantIdentity);
        var sealedBytes = sealer.Seal(SealPurpose.ApplicantIdentity, plain, reference.Value.ToByteArray());
        CryptographicOperations.ZeroMemory(plain);
        return new SealedIdentity { Ref = reference, Sealed = sealedBytes, SealedAt = now };
    }

    public ApplicantIdentity Open(SealedIdentity record)
    {
        var plain = sealer.Open(SealPurpose.ApplicantIdentity, record.Sealed, record.Ref.Value.ToByteArray());
        var identity = JsonSerializer.Deserialize(plain, ApplicantIdentityJson.Default.ApplicantIdentity);
        CryptographicOperations.ZeroMemory(plain);
        return identity ?? throw new BrokenSealException("A sealed identity is empty.");
    }

    /// <summary>
    /// The rows by which an unhidden case is found; a hidden case gets none. What nobody gave is no row either: all letters without a
    /// number would be one person's.
    /// </summary>
    public IEnumerable<IdentityLookup> LookupsOf(CaseId caseId, ApplicantIdentity identity)
    {
        var hasNumber = identity.NationalId.Length > 0;
        if (hasNumber) yield return new() { Kind = LookupKind.NationalId, Hash = ByNationalId(identity.NationalId), CaseId = caseId };
        if (hasNumber && identity.Mobile.Length > 0)
            yield return new() { Kind = LookupKind.PersonAndPhone, Hash = ByPersonAndPhone(identity.NationalId, identity.Mobile), CaseId = caseId };
        if (identity is { GivenName.Length: > 0, Surname.Length: > 0 })
            yield return new() { Kind = LookupKind.Name, Hash = ByName(identity.FullName), CaseId = caseId };
    }

    public byte[] ByNationalId(string nationalId) => lookups.Of(LookupPurpose.NationalId, nationalId);

    public byte[] ByPersonAndPhone(string nationalId, string mobile) => lookups.Of(LookupPurpose.PhoneAndNationalId, mobile, nationalId);

    /// <summary>Folded, so that every spelling of a name is one name.</summary>
    public byte[] ByName(string fullName) => lookups.Of(LookupPurpose.FoldedName, TurkishFold.Of(fullName));
}
