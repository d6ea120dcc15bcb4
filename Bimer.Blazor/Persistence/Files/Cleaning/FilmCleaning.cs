using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>
/// Blanks what a film says of its maker and place: the boxes keep their length, so that nothing that is counted from the beginning of the
/// file moves. What a camera writes as a track of its own among the pictures stays.
/// </summary>
internal static class FilmCleaning
{
    private const int MostLevels = 8;

    /// <returns>False when the row of boxes breaks off: then nobody knows what is in it.</returns>
    public static bool TryClean(Span<byte> film) => TryClean(film, level: 0);

    private static bool TryClean(Span<byte> row, int level)
    {
        if (level > MostLevels) return false;
        for (var at = 0; at < row.Length;)
        {
            if (BoxAt(row[at..]) is not (var head, var size)) return false;
            var box = row.Slice(at, size);
            if (IsRow(box) && !TryClean(box[head..], level + 1)) return false;
            if (Tells(box)) Blank(box, head);
            at += size;
        }

        return true;
    }

    private static (int Head, int Size)? BoxAt(ReadOnlySpan<byte> row)
    {
        if (row.Length < 8) return null;
        var head = 8;
        long size = BinaryPrimitives.ReadUInt32BigEndian(row);
        if (size == 0) size = row.Length;   // to the end
        else if (size == 1 && row.Length >= 16) (head, size) = (16, BinaryPrimitives.ReadInt64BigEndian(row[8..]));
        return size >= head && size <= row.Length ? (head, (int)size) : null;
    }

    private static bool IsRow(ReadOnlySpan<byte> box) => Is(box, "moov"u8) || Is(box, "trak"u8) || Is(box, "moof"u8) || Is(box, "traf"u8);

    private static bool Tells(ReadOnlySpan<byte> box) =>
        Is(box, "udta"u8) || Is(box, "meta"u8) || Is(box, "uuid"u8) || Is(box, "free"u8) || Is(box, "skip"u8) || Is(box, "Xtra"u8);

    private static bool Is(ReadOnlySpan<byte> box, ReadOnlySpan<byte> type) => box[4..8].SequenceEqual(type);

    private static void Blank(Span<byte> box, int head)
    {
        "free"u8.CopyTo(box[4..]);
        box[head..].Clear();
    }
}
