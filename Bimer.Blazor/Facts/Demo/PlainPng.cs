using System.Buffers.Binary;
using System.IO.Compression;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>A picture somebody may have taken: grey road, dark hole, evening sky.</summary>
internal static class PlainPng
{
    private const int Width = 320;
    private const int Height = 240;
    private const int Horizon = 90;

    public static byte[] Of(Dice dice)
    {
        var (x, y) = (dice.Between(80, 240), dice.Between(140, 200));
        using var picture = new MemoryStream();
        picture.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;   // bits a dot, shades of grey
        Write(picture, "IHDR"u8, header);
        Write(picture, "IDAT"u8, Packed(x, y));
        Write(picture, "IEND"u8, []);
        return picture.ToArray();
    }

    private static byte[] Packed(int x, int y)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < Height; row++)
            {
                deflate.WriteByte(0);   // no filter
                for (var column = 0; column < Width; column++) deflate.WriteByte(Shade(column, row, x, y));
            }
        }

        return packed.ToArray();
    }

    private static byte Shade(int column, int row, int x, int y)
    {
        if (row < Horizon) return (byte)(220 - row);
        var (across, down) = ((column - x) / 50.0, (row - y) / 18.0);
        return (across * across) + (down * down) < 1 ? (byte)25 : (byte)(90 + (row / 6));
    }

    private static void Write(MemoryStream picture, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] body = [.. type, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        picture.Write(number);
        picture.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        picture.Write(number);
    }

    /// <summary>CRC-32 of ISO 3309, as the PNG specification asks for.</summary>
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320;
        }

        return ~sum;
    }
}
