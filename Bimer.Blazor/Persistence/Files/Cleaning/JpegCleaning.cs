using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>
/// Writes a JPEG anew from the segments its decoding needs. Everything people, cameras and programs put into it is left out: place, time,
/// device, names, thumbnails, profiles, remarks, and whatever follows the picture. The orientation stays, or portraits would lie down.
/// </summary>
internal static class JpegCleaning
{
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App14 = 0xEE;

    /// <returns>False when this is not a JPEG that can be read to its picture.</returns>
    public static bool TryClean(ReadOnlySpan<byte> jpeg, Stream into)
    {
        if (JpegSegments.Read(jpeg, out _) is not { } segments) return false;

        into.Write([0xFF, JpegSegments.StartOfImage]);
        var orientation = 1;
        foreach (var segment in segments)
            if (segment.Marker == App1 && ExifOrientation.Read(jpeg[segment.DataStart..segment.End]) is { } found) orientation = found;
        WriteHeader(jpeg, segments, orientation, into);

        foreach (var segment in segments.Where(NeededToDecode)) into.Write(jpeg[segment.Start..segment.End]);
        into.Write([0xFF, JpegSegments.EndOfImage]);
        return true;
    }

    private static void WriteHeader(ReadOnlySpan<byte> jpeg, IReadOnlyList<JpegSegment> segments, int orientation, Stream into)
    {
        foreach (var segment in segments.Where(segment => segment.Marker == App0))
        {
            var data = jpeg[segment.DataStart..segment.End];
            if (data.Length < 14 || !data.StartsWith("JFIF\0"u8)) continue;
            WriteSegment(App0, [.. data[..12], 0, 0], into);   // density, without the thumbnail
            break;
        }
        if (orientation != 1) WriteSegment(App1, ExifOrientation.Write(orientation), into);

        foreach (var segment in segments.Where(segment => segment.Marker == App14))
        {
            // Tells how the colours are to be read; without it print-shop pictures turn into negatives.
            var data = jpeg[segment.DataStart..segment.End];
            if (data.Length >= 12 && data.StartsWith("Adobe"u8)) WriteSegment(App14, data[..12], into);
        }
    }

    // Frames, scans, and the tables for them. Application segments, remarks and reserved markers are not on the list.
    private static bool NeededToDecode(JpegSegment segment) => segment.Marker is (>= 0xC0 and <= 0xCF and not 0xC8) or (>= 0xDA and <= 0xDF);

    private static void WriteSegment(byte marker, ReadOnlySpan<byte> data, Stream into)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(data.Length + 2));
        into.Write(head);
        into.Write(data);
    }
}
