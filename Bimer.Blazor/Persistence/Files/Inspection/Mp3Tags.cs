using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Tags that say at their beginning how long they are; the others are only told apart from sound by not being frames.</summary>
internal static class Mp3Tags
{
    private const int Id3Head = 10;
    private const int ApeHead = 32;

    /// <summary>In bytes, a foot included; 0 when no such tag begins here. What it says may be wrong.</summary>
    public static long LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Id3Head && bytes.StartsWith("ID3"u8))
        {
            var size = (bytes[6] << 21) | (bytes[7] << 14) | (bytes[8] << 7) | bytes[9];   // seven bits a byte
            return Id3Head + size + ((bytes[5] & 0x10) != 0 ? Id3Head : 0);
        }

        return bytes.Length >= ApeHead && bytes.StartsWith("APETAGEX"u8) && (bytes[23] & 0x20) != 0
            ? ApeHead + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..])
            : 0;
    }
}
