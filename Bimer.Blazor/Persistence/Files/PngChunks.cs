using System.Buffers.Binary;
using System.Text;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>One chunk with its length, type, data and checksum: <c>[Start, End)</c>.</summary>
internal readonly record struct PngChunk(string Type, int Start, int End)
{
    public int DataStart => Start + 8;
    public int DataLength => End - Start - 12;
}

internal static class PngChunks
{
    public const int SignatureBytes = 8;

    /// <summary>From IHDR to IEND, or null when the row of chunks breaks off. What follows IEND is not part of the picture.</summary>
    public static IReadOnlyList<PngChunk>? Read(ReadOnlySpan<byte> png)
    {
        var chunks = new List<PngChunk>();
        for (var at = SignatureBytes; at <= png.Length - 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12) return null;
            var chunk = new PngChunk(Encoding.Latin1.GetString(png.Slice(at + 4, 4)), at, at + 12 + (int)length);
            chunks.Add(chunk);
            if (string.Equals(chunk.Type, "IEND", StringComparison.Ordinal)) return BeginsRight(chunks) ? chunks : null;
            at = chunk.End;
        }
        return null;
    }

    private static bool BeginsRight(List<PngChunk> chunks) =>
        chunks[0] is { Type: "IHDR", DataLength: 13 } && chunks.Exists(chunk => chunk.Type is "IDAT");
}
