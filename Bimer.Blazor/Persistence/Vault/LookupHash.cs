using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>
/// Keyed fingerprints (HMAC-SHA256) by which a person can be found without the database knowing who it is.
/// A plain hash would not do: all citizen numbers can be tried in minutes.
/// </summary>
public sealed class LookupHash(KeyRing ring)
{
    public const int Bytes = 32;

    /// <summary>The fingerprint of a value already in its canonical form (digits only, folded name).</summary>
    public byte[] Of(LookupPurpose purpose, string value) =>
        HMACSHA256.HashData(ring.LookupKey(purpose), Encoding.UTF8.GetBytes(value));

    /// <summary>The fingerprint of two values that only count together; no other pair that reads the same when joined gives it.</summary>
    public byte[] Of(LookupPurpose purpose, string first, string second)
    {
        var bytes = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(first) + Encoding.UTF8.GetByteCount(second)];
        var length = Encoding.UTF8.GetBytes(first, bytes.AsSpan(sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        Encoding.UTF8.GetBytes(second, bytes.AsSpan(sizeof(int) + length));
        return HMACSHA256.HashData(ring.LookupKey(purpose), bytes);
    }
}

/// <summary>The keyed fingerprint that chains audit rows: whoever can write the database still cannot forge a chain.</summary>
public sealed class AuditMac(KeyRing ring)
{
    public const int Bytes = 32;

    public byte[] Of(ReadOnlySpan<byte> row) => HMACSHA256.HashData(ring.AuditKey, row);
}
