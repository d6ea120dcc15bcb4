using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Numbers and bytes at a place of a seekable stream. Outside the content everything reads as "not there", never as an exception.</summary>
internal sealed class ContentReader(Stream content)
{
    private const int Window = 64 * 1024;

    public long Length => content.Length;

    public Stream Content => content;

    /// <summary>True only when all the bytes asked for are there.</summary>
    public bool TryRead(long offset, Span<byte> into)
    {
        if (offset < 0 || offset > Length - into.Length) return false;
        content.Position = offset;
        content.ReadExactly(into);
        return true;
    }

    public byte[] ReadUpTo(long offset, int count)
    {
        var bytes = new byte[Math.Clamp(Length - offset, 0, count)];
        return TryRead(offset, bytes) ? bytes : [];
    }

    public bool Has(long offset, ReadOnlySpan<byte> expected)
    {
        Span<byte> bytes = stackalloc byte[expected.Length];
        return TryRead(offset, bytes) && bytes.SequenceEqual(expected);
    }

    public long? UInt32BigEndian(long offset)
    {
        Span<byte> bytes = stackalloc byte[4];
        return TryRead(offset, bytes) ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : null;
    }

    public int? Byte(long offset)
    {
        Span<byte> bytes = stackalloc byte[1];
        return TryRead(offset, bytes) ? bytes[0] : null;
    }

    /// <summary>The place of the first occurrence at or after <paramref name="from"/>, or -1.</summary>
    public long IndexOf(ReadOnlySpan<byte> pattern, long from)
    {
        for (var start = Math.Max(0, from); start <= Length - pattern.Length; start += Window)
        {
            // Windows overlap by the pattern, so one that lies across an edge is seen.
            var at = ReadUpTo(start, Window + pattern.Length - 1).AsSpan().IndexOf(pattern);
            if (at >= 0) return start + at;
        }
        return -1;
    }
}
