using System.Buffers.Binary;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Walks the pages of a TIFF by their directories alone. Each page has to stay within the pixels; the chain may not bite its tail.</summary>
internal sealed class TiffInspection(ContentReader content, long maxPixels)
{
    private const int MostPages = 2_000;
    private const int EntryBytes = 12;
    private const int Width = 256;
    private const int Height = 257;

    private readonly bool _littleEndian = content.Byte(0) == 'I';

    public Refusal? Inspect()
    {
        var seen = new HashSet<long>();
        for (var directory = UInt32(4); directory is not 0; directory = NextOf(directory.Value))
        {
            if (directory is null || !seen.Add(directory.Value) || seen.Count > MostPages) return Damaged();
            if (InspectPage(directory.Value) is { } refusal) return refusal;
        }
        return seen.Count == 0 ? Damaged() : null;
    }

    private Refusal? InspectPage(long directory)
    {
        long? width = null;
        long? height = null;
        var entries = UInt16(directory) ?? 0;
        for (var i = 0; i < entries; i++)
        {
            var entry = directory + 2 + (i * EntryBytes);
            var tag = UInt16(entry);
            if (tag == Width) width = NumberOf(entry);
            if (tag == Height) height = NumberOf(entry);
        }
        if (width is not > 0 || height is not > 0) return Damaged();
        return width > maxPixels / height ? new Refusal.AttachmentHasTooManyPixels(width.Value, height.Value, maxPixels) : null;
    }

    private long? NextOf(long directory) => UInt16(directory) is { } entries ? UInt32(directory + 2 + (entries * (long)EntryBytes)) : null;

    // Type 3 is a short and lies in the first half of the field whatever the byte order; 4 is a long.
    private long? NumberOf(long entry) => UInt16(entry + 2) switch
    {
        3 => UInt16(entry + 8),
        4 => UInt32(entry + 8),
        _ => null,
    };

    private int? UInt16(long offset)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (!content.TryRead(offset, bytes)) return null;
        return _littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
    }

    private long? UInt32(long offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (!content.TryRead(offset, bytes)) return null;
        return _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    private static Refusal.AttachmentDamaged Damaged() => new(AttachmentType.Tiff);
}
