using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bimer.Blazor.Persistence.Vault;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>A stored file was changed, cut, reordered or put under another id. Carries the id only.</summary>
public sealed class BrokenFileException(StoredFileId id, Exception? inner = null)
    : Exception($"The stored file {id} is not what was stored.", inner)
{
    public StoredFileId Id { get; } = id;
}

/// <summary>
/// Seals one file chunk by chunk. Layout: "BMF" format (4) | key version (4) | salt (32), then chunks of ciphertext and tag.
/// A key is derived for each file, so the chunk number can be the nonce; header, id, chunk number and "this is the last" are authenticated:
/// a chunk opens only in its place, and a file cut at a chunk's edge does not end with a last chunk.
/// </summary>
internal sealed class FileSeal : IDisposable
{
    public const int ChunkBytes = 64 * 1024;
    public const int TagBytes = 16;
    public const int SealedChunkBytes = ChunkBytes + TagBytes;
    public const int HeaderBytes = 40;

    private static ReadOnlySpan<byte> Magic => "BMF\x01"u8;

    private readonly StoredFileId _id;
    private readonly byte[] _header;
    private readonly AesGcm _aes;

    private FileSeal(StoredFileId id, byte[] header, byte[] versionKey)
    {
        _id = id;
        _header = header;
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, versionKey, KeyRing.KeyBytes, header[8..], Encoding.ASCII.GetBytes("file"));
        _aes = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
    }

    public ReadOnlySpan<byte> Header => _header;

    public static FileSeal New(KeyRing ring, StoredFileId id)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), ring.CurrentVersion);
        RandomNumberGenerator.Fill(header.AsSpan(8));
        return new(id, header, ring.SealingKey(ring.CurrentVersion)!);
    }

    public static FileSeal Of(KeyRing ring, StoredFileId id, byte[] header)
    {
        if (!header.AsSpan().StartsWith(Magic)) throw new BrokenFileException(id);
        return new(id, header, ring.SealingKey(BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4))) ?? throw new BrokenFileException(id));
    }

    public void Seal(long number, bool last, ReadOnlySpan<byte> plaintext, Span<byte> chunk) =>
        _aes.Encrypt(Nonce(number), plaintext, chunk[..plaintext.Length], chunk.Slice(plaintext.Length, TagBytes), Bound(number, last));

    /// <exception cref="BrokenFileException">The chunk is not the one that was sealed at this place.</exception>
    public void Open(long number, bool last, ReadOnlySpan<byte> chunk, Span<byte> plaintext)
    {
        try
        {
            _aes.Decrypt(Nonce(number), chunk[..^TagBytes], chunk[^TagBytes..], plaintext[..(chunk.Length - TagBytes)], Bound(number, last));
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new BrokenFileException(_id, error);
        }
    }

    public void Dispose() => _aes.Dispose();

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }

    private byte[] Bound(long number, bool last)
    {
        var bound = new byte[HeaderBytes + 16 + sizeof(long) + 1];
        _header.CopyTo(bound, 0);
        _id.Value.TryWriteBytes(bound.AsSpan(HeaderBytes), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(HeaderBytes + 16), number);
        bound[^1] = last ? (byte)1 : (byte)0;
        return bound;
    }
}
