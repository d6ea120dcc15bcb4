using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>The sizes and the place of an entry: in its record, or, where that says so, in the 64-bit extra field.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct ZipSizes
{
    private const uint ElsewhereMark = 0xFFFF_FFFF;
    private const int LongField = 0x0001;

    public ZipSizes(ReadOnlySpan<byte> record, ReadOnlySpan<byte> extra)
    {
        var field = FieldOf(extra);
        Unpacked = Number(record[24..], ref field);
        Packed = Number(record[20..], ref field);
        HeaderAt = Number(record[42..], ref field);
    }

    public long Unpacked { get; }
    public long Packed { get; }
    public long HeaderAt { get; }

    public bool AreSane(long fileLength) => Unpacked >= 0 && Packed >= 0 && HeaderAt >= 0 && Packed <= fileLength && HeaderAt < fileLength;

    // The field holds only the numbers that did not fit, in this order.
    private static long Number(ReadOnlySpan<byte> record, ref ReadOnlySpan<byte> field)
    {
        var number = BinaryPrimitives.ReadUInt32LittleEndian(record);
        if (number != ElsewhereMark) return number;
        if (field.Length < sizeof(long)) return -1;
        var longNumber = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[sizeof(long)..];
        return longNumber;
    }

    private static ReadOnlySpan<byte> FieldOf(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4) return [];
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == LongField) return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }
        return [];
    }
}
