using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Bimer.Tests.Persistence.Files;

/// <summary>Makes pictures byte by byte, with whatever a sender may have put into them.</summary>
internal static class Pictures
{
    public const string Canary = "KANARYA-Ayse-Gul";

    public static byte[] Png(int width = 2, int height = 2, params byte[][] extra) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10,
        .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]), .. extra.SelectMany(chunk => chunk),
        .. Chunk("IDAT", Deflated([0, 1, 2, 0, 3, 4])), .. Chunk("IEND", []),
    ];

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big(data.Length), .. body, .. Big((int)Crc32(body))];
    }

    /// <summary>A JPEG whose coded picture holds the stuffed byte and restart marks that a careless reader trips over.</summary>
    public static byte[] Jpeg(int width = 16, int height = 16, params byte[][] extra) =>
    [
        0xFF, 0xD8, .. extra.SelectMany(segment => segment),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0x78,
        0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>An EXIF block with an orientation and a name in it, in either byte order.</summary>
    public static byte[] Exif(int orientation, bool little)
    {
        byte[] Two(int value) => little ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value];
        byte[] Four(int value) => little ? [.. Two(value & 0xFFFF), .. Two(value >> 16)] : [.. Two(value >> 16), .. Two(value & 0xFFFF)];
        byte[] tiff =
        [
            .. little ? "II*\0"u8 : "MM\0*"u8, .. Four(8), .. Two(2),
            .. Two(0x010F), .. Two(2), .. Four(Canary.Length), .. Four(38),
            .. Two(0x0112), .. Two(3), .. Four(1), .. Two(orientation), .. Two(0), .. Four(0),
            .. Text(Canary),
        ];
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    public static byte[] Tiff(int width = 10, int height = 10, bool little = true, bool loops = false)
    {
        byte[] Two(int value) => little ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value];
        byte[] Four(int value) => little ? [.. Two(value & 0xFFFF), .. Two(value >> 16)] : [.. Two(value >> 16), .. Two(value & 0xFFFF)];
        return
        [
            .. little ? "II*\0"u8 : "MM\0*"u8, .. Four(8), .. Two(2),
            .. Two(256), .. Two(4), .. Four(1), .. Four(width), .. Two(257), .. Two(4), .. Four(1), .. Four(height), .. Four(loops ? 8 : 0),
        ];
    }

    /// <summary>A black sheet of ten by ten, whole enough to be drawn: one strip behind the directory's head.</summary>
    public static byte[] Scan
    {
        get
        {
            const int Side = 10, Strip = 8;
            static byte[] Four(int value) => [(byte)value, (byte)(value >> 8), 0, 0];
            static byte[] Tag(int id, int value) => [(byte)id, (byte)(id >> 8), 4, 0, 1, 0, 0, 0, .. Four(value)];
            (int Id, int Value)[] tags = [(256, Side), (257, Side), (258, 8), (259, 1), (262, 1), (273, Strip), (278, Side), (279, Side * Side)];
            return [.. "II*\0"u8, .. Four(Strip + (Side * Side)), .. new byte[Side * Side], (byte)tags.Length, 0, .. tags.SelectMany(tag => Tag(tag.Id, tag.Value)), .. Four(0)];
        }
    }

    public static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
