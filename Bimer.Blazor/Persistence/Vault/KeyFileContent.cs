using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>The shape of the key file. A class, not a record: a record's ToString would list its members.</summary>
internal sealed class KeyFileContent
{
    public const int Format = 1;

    [JsonRequired] public int FormatVersion { get; set; }
    [JsonRequired] public int CurrentKey { get; set; }
    [JsonRequired] public Dictionary<int, byte[]> SealingKeys { get; set; } = [];
    [JsonRequired] public Dictionary<LookupPurpose, byte[]> LookupKeys { get; set; } = [];
    [JsonRequired] public byte[] AuditKey { get; set; } = [];

    public static KeyFileContent Of(KeyRing ring) => new()
    {
        FormatVersion = Format,
        CurrentKey = ring.CurrentVersion,
        SealingKeys = ring.Versions.ToDictionary(version => version, version => ring.SealingKey(version)!),
        LookupKeys = Enum.GetValues<LookupPurpose>().ToDictionary(purpose => purpose, ring.LookupKey),
        AuditKey = ring.AuditKey,
    };

    public KeyRing ToRing() => FormatVersion == Format
        ? new KeyRing(CurrentKey, SealingKeys, WithMailKey(), AuditKey)
        : throw new KeyFileException($"The key file has format {FormatVersion}; this version reads format {Format}.");

    // A file from before mails had a key of their own: it is derived, the same at every start and in every copy of the file.
    private Dictionary<LookupPurpose, byte[]> WithMailKey()
    {
        if (!LookupKeys.ContainsKey(LookupPurpose.Mail) && LookupKeys.TryGetValue(LookupPurpose.PhoneAndNationalId, out var older))
            LookupKeys[LookupPurpose.Mail] = HKDF.DeriveKey(HashAlgorithmName.SHA256, older, KeyRing.KeyBytes, info: "bimer/lookup/mail"u8.ToArray());
        return LookupKeys;
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeyFileContent))]
internal sealed partial class KeyFileJson : JsonSerializerContext;
