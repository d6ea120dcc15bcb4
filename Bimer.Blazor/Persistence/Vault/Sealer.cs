using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>A sealed value was changed, moved to another record, or sealed with a key this ring does not have. Carries no content.</summary>
public sealed class BrokenSealException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Seals small values with AES-256-GCM. Layout: format (1) | key version (4) | nonce (12) | ciphertext | tag (16).
/// Each purpose has a key of its own, header and record are authenticated: a sealed value opens only where it was put.
/// </summary>
public sealed class Sealer(KeyRing ring)
{
    private const byte Format = 1;
    private const int HeaderBytes = 5;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly ConcurrentDictionary<(int Version, SealPurpose Purpose), byte[]> _derived = new();

    /// <summary>How many bytes longer a sealed value is than its content.</summary>
    public const int Overhead = HeaderBytes + NonceBytes + TagBytes;

    /// <param name="purpose">What the value is for.</param>
    /// <param name="plaintext">The content; may be empty.</param>
    /// <param name="associatedData">The key of the record that will hold the value; not stored, needed again to open.</param>
    public byte[] Seal(SealPurpose purpose, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        var blob = new byte[Overhead + plaintext.Length];
        blob[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(blob.AsSpan(1), ring.CurrentVersion);
        var nonce = blob.AsSpan(HeaderBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        using var aes = new AesGcm(KeyFor(ring.CurrentVersion, purpose), TagBytes);
        aes.Encrypt(
            nonce, plaintext, blob.AsSpan(HeaderBytes + NonceBytes, plaintext.Length), blob.AsSpan(blob.Length - TagBytes),
            Bound(blob.AsSpan(0, HeaderBytes), associatedData));
        return blob;
    }

    /// <exception cref="BrokenSealException">Changed, moved, for another purpose, or of an unknown key version.</exception>
    public byte[] Open(SealPurpose purpose, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associatedData)
    {
        if (blob.Length < Overhead || blob[0] != Format) throw new BrokenSealException("Not a sealed value of a known format.");
        var version = VersionOf(blob);
        if (ring.SealingKey(version) is null) throw new BrokenSealException($"Sealed with key version {version}, which is not in the key file.");

        var plaintext = new byte[blob.Length - Overhead];
        using var aes = new AesGcm(KeyFor(version, purpose), TagBytes);
        try
        {
            aes.Decrypt(
                blob.Slice(HeaderBytes, NonceBytes), blob.Slice(HeaderBytes + NonceBytes, plaintext.Length), blob[^TagBytes..], plaintext,
                Bound(blob[..HeaderBytes], associatedData));
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new BrokenSealException("A sealed value was changed or does not belong to this record.", error);
        }
        return plaintext;
    }

    public byte[] SealText(SealPurpose purpose, string text, ReadOnlySpan<byte> associatedData)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var blob = Seal(purpose, bytes, associatedData);
        CryptographicOperations.ZeroMemory(bytes);
        return blob;
    }

    public string OpenText(SealPurpose purpose, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> associatedData)
    {
        var bytes = Open(purpose, blob, associatedData);
        var text = Encoding.UTF8.GetString(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return text;
    }

    /// <summary>The key version a value was sealed with; after a rotation the older ones are sealed anew.</summary>
    public static int VersionOf(ReadOnlySpan<byte> blob) => BinaryPrimitives.ReadInt32BigEndian(blob[1..]);

    // A key per purpose keeps the number of random nonces under one key far from where they could repeat.
    // Derived once: it follows from the ring alone, which is in memory anyway, and costs more than the sealing itself.
    private byte[] KeyFor(int version, SealPurpose purpose) => _derived.GetOrAdd((version, purpose), _ =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.SealingKey(version)!, KeyRing.KeyBytes, salt: null, Encoding.ASCII.GetBytes("seal:" + purpose.Name)));

    // The purpose is in the key already.
    private static byte[] Bound(ReadOnlySpan<byte> header, ReadOnlySpan<byte> associatedData) => [.. header, .. associatedData];
}
