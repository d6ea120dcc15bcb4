using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>The one fact of an EXIF block that is about the picture and not about its maker: which side is up (1 to 8).</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int EntryBytes = 12;

    private static ReadOnlySpan<byte> Mark => "Exif\0\0"u8;

    /// <returns>Null when the block says nothing readable about it.</returns>
    public static int? Read(ReadOnlySpan<byte> block)
    {
        if (!block.StartsWith(Mark)) return null;
        var tiff = block[Mark.Length..];
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8))) return null;

        var little = tiff[0] == 'I';
        var directory = (long)UInt32(tiff[4..], little);
        if (directory > tiff.Length - 2) return null;
        var entries = UInt16(tiff[(int)directory..], little);
        for (var i = 0; i < entries; i++)
        {
            var at = directory + 2 + ((long)i * EntryBytes);
            if (at > tiff.Length - EntryBytes) return null;
            var entry = tiff[(int)at..];
            if (UInt16(entry, little) == Tag) return UInt16(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : null;
        }
        return null;
    }

    /// <summary>A block with one entry.</summary>
    public static byte[] Write(int orientation) =>
    [
        .. Mark, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
