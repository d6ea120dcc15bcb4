using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>One segment from its marker on: <c>[Start, End)</c>. That of a scan holds the coded picture too.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JpegSegment(byte Marker, int Start, int End)
{
    /// <summary>Where the content begins, after marker and length.</summary>
    public int DataStart => Start + 4;

    /// <summary>Holds width and height.</summary>
    public bool IsFrame => Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}

internal static class JpegSegments
{
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;

    /// <summary>
    /// Everything between start and end of the picture, or null when the row of segments breaks off.
    /// A missing end mark is forgiven (cameras run out of battery); <paramref name="end"/> is where the picture ends.
    /// </summary>
    public static IReadOnlyList<JpegSegment>? Read(ReadOnlySpan<byte> jpeg, out int end)
    {
        var segments = new List<JpegSegment>();
        end = 2;
        while (end < jpeg.Length)
        {
            if (jpeg[end] != 0xFF) return null;
            while (end < jpeg.Length && jpeg[end] == 0xFF) end++;   // any number of fill bytes
            if (end >= jpeg.Length) break;

            var marker = jpeg[end++];
            if (marker == EndOfImage) return Whole(segments);
            if (marker is 0x00 or 0x01 or StartOfImage or (>= 0xD0 and <= 0xD7)) return null;   // no segment has these here
            if (SegmentAt(jpeg, marker, end) is not { } segment) return null;
            segments.Add(segment);
            end = segment.End;
        }
        return Whole(segments);
    }

    private static JpegSegment? SegmentAt(ReadOnlySpan<byte> jpeg, byte marker, int lengthAt)
    {
        if (lengthAt > jpeg.Length - 2) return null;
        var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[lengthAt..]);
        var next = lengthAt + length;
        if (length < 2 || next > jpeg.Length) return null;
        return new JpegSegment(marker, lengthAt - 2, marker == StartOfScan ? EndOfScan(jpeg, next) : next);
    }

    // In a scan FF 00 is a byte of the picture and FF D0..D7 a restart; any other marker ends it.
    private static int EndOfScan(ReadOnlySpan<byte> jpeg, int from)
    {
        while (true)
        {
            var at = jpeg[from..].IndexOf((byte)0xFF);
            if (at < 0 || from + at + 1 >= jpeg.Length) return jpeg.Length;
            from += at;
            if (jpeg[from + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))) return from;
            from += 2;
        }
    }

    private static List<JpegSegment>? Whole(List<JpegSegment> segments) =>
        segments.Exists(segment => segment.IsFrame) && segments.Exists(segment => segment.Marker == StartOfScan) ? segments : null;
}
