using System.Buffers.Binary;
using System.Text;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Finds a second file in the first: zip readers start at the end of a file, browsers guess from its first text.</summary>
internal static class HiddenContent
{
    private const int EndRecordBytes = 22;
    private const int LongestComment = 65_535;

    private static readonly string[] Markup = ["<script", "<html", "<!doctype", "<iframe", "<svg"];
    private static readonly byte[][] Archives = ["PK\x03\x04"u8.ToArray(), "Rar!\x1A\x07"u8.ToArray(), [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "%PDF-"u8.ToArray()];

    /// <summary>A zip's end record within its reach of the end, whose directory really stands in front of it. The four letters alone occur by chance.</summary>
    public static bool EndsLikeAZip(ContentReader content)
    {
        var start = Math.Max(0, content.Length - EndRecordBytes - LongestComment);
        var tail = content.ReadUpTo(start, EndRecordBytes + LongestComment);
        for (var at = LastEndRecord(tail, tail.Length); at >= 0; at = LastEndRecord(tail, at))
        {
            if (at + EndRecordBytes > tail.Length) continue;
            var directoryBytes = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
            if (content.Has(start + at - directoryBytes, "PK\x01\x02"u8)) return true;
        }
        return false;
    }

    /// <summary>Another file where a picture has already ended.</summary>
    public static bool HoldsAFile(ReadOnlySpan<byte> afterTheEnd)
    {
        foreach (var mark in Archives)
            if (afterTheEnd.IndexOf(mark) >= 0) return true;
        return HoldsMarkup(afterTheEnd);
    }

    /// <summary>Text in a picture's remarks that a browser would take for a page.</summary>
    public static bool HoldsMarkup(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return Markup.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static int LastEndRecord(byte[] tail, int before) => tail.AsSpan(0, before).LastIndexOf("PK\x05\x06"u8);
}
