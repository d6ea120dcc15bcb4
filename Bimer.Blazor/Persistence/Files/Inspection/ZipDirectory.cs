using System.Buffers.Binary;
using System.Text;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>An entry as the directory describes it and its own header confirms it.</summary>
/// <param name="Name">The path in the archive.</param>
/// <param name="Encrypted">Locked with a password.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Packed">In bytes.</param>
/// <param name="Unpacked">In bytes, as declared.</param>
/// <param name="HeaderAt">Where its own header begins.</param>
/// <param name="DataAt">Where its content begins.</param>
internal sealed record ZipEntry(string Name, bool Encrypted, int Method, long Packed, long Unpacked, long HeaderAt, long DataAt)
{
    public bool IsDirectory => Name.EndsWith('/');
}

/// <summary>
/// Reads the directory of a zip without unpacking anything, and believes it only when the whole file agrees: the first entry begins at the
/// first byte, entries do not overlap, names agree with the entries' own headers, the directory ends where the end record begins.
/// </summary>
internal sealed class ZipDirectory(ContentReader content)
{
    private const int EndBytes = 22;
    private const int Saturated16 = 0xFFFF;
    private const uint Saturated32 = 0xFFFF_FFFF;
    private const int EncryptionFlags = 0x0001 | 0x0040 | 0x2000;

    /// <summary>How many entries the archive says it has, or null when it is not a whole zip. Costs nothing: ask before <see cref="Read"/>.</summary>
    public long? CountEntries() => FindEnd()?.Count;

    /// <summary>All entries in the order of their places, or null when the archive does not agree with itself.</summary>
    public IReadOnlyList<ZipEntry>? Read()
    {
        if (FindEnd() is not { } end) return null;

        var entries = new List<ZipEntry>();
        var at = end.DirectoryAt;
        for (var i = 0L; i < end.Count; i++)
        {
            if (ReadEntry(ref at) is not { } entry) return null;
            entries.Add(entry);
        }
        entries.Sort((one, other) => one.HeaderAt.CompareTo(other.HeaderAt));
        return at == end.DirectoryEnd && Agree(entries, end.DirectoryAt) ? entries : null;
    }

    private static bool Agree(List<ZipEntry> entries, long directoryAt)
    {
        if (entries.Count == 0 || entries[0].HeaderAt != 0) return false;
        if (entries.Select(entry => entry.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != entries.Count) return false;
        return !entries.Where((entry, i) => entry.DataAt + entry.Packed > (i + 1 < entries.Count ? entries[i + 1].HeaderAt : directoryAt)).Any();
    }

    private (long Count, long DirectoryAt, long DirectoryEnd)? FindEnd()
    {
        var start = Math.Max(0, content.Length - EndBytes - Saturated16);
        var tail = content.ReadUpTo(start, EndBytes + Saturated16);
        for (var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail.AsSpan(0, at).LastIndexOf("PK\x05\x06"u8))
        {
            var end = tail.AsSpan(at);
            if (end.Length < EndBytes || EndBytes + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length) continue;

            var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
            var bytes = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            var directory = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            if (count == Saturated16 || bytes == Saturated32 || directory == Saturated32) return FindLongEnd(start + at);
            return Checked(count, directory, bytes, start + at);
        }
        return null;
    }

    // Spreadsheet writers that stream use the 64-bit records even for small files.
    private (long Count, long DirectoryAt, long DirectoryEnd)? FindLongEnd(long endAt)
    {
        var locator = content.ReadUpTo(endAt - 20, 20).AsSpan();
        if (locator.Length < 20 || !locator.StartsWith("PK\x06\x07"u8)) return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        var end = content.ReadUpTo(at, 56).AsSpan();
        if (end.Length < 56 || !end.StartsWith("PK\x06\x06"u8)) return null;
        return Checked(
            BinaryPrimitives.ReadInt64LittleEndian(end[32..]), BinaryPrimitives.ReadInt64LittleEndian(end[48..]),
            BinaryPrimitives.ReadInt64LittleEndian(end[40..]), at);
    }

    private static (long Count, long DirectoryAt, long DirectoryEnd)? Checked(long count, long directoryAt, long bytes, long endAt) =>
        count >= 0 && directoryAt >= 0 && bytes >= 0 && bytes == endAt - directoryAt ? (count, directoryAt, endAt) : null;

    private ZipEntry? ReadEntry(ref long at)
    {
        var record = content.ReadUpTo(at, 46).AsSpan();
        if (record.Length < 46 || !record.StartsWith("PK\x01\x02"u8)) return null;

        int nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(record[28..]);
        int extraBytes = BinaryPrimitives.ReadUInt16LittleEndian(record[30..]);
        var name = content.ReadUpTo(at + 46, nameBytes);
        var extra = content.ReadUpTo(at + 46 + nameBytes, extraBytes);
        at += 46 + nameBytes + extraBytes + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);

        var sizes = new ZipSizes(record, extra);
        if (!sizes.AreSane(content.Length) || DataOf(sizes.HeaderAt, name) is not { } dataAt) return null;
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(record[8..]);
        return new ZipEntry(
            Encoding.UTF8.GetString(name), (flags & EncryptionFlags) != 0, BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            sizes.Packed, sizes.Unpacked, sizes.HeaderAt, dataAt);
    }

    private long? DataOf(long headerAt, ReadOnlySpan<byte> name)
    {
        var header = content.ReadUpTo(headerAt, 30).AsSpan();
        if (header.Length < 30 || !header.StartsWith("PK\x03\x04"u8)) return null;
        int nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        if (!content.ReadUpTo(headerAt + 30, nameBytes).AsSpan().SequenceEqual(name)) return null;
        return headerAt + 30 + nameBytes + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
    }
}
