using System.Text;

namespace Bimer.Blazor.Mime;

/// <summary>
/// Parts between their boundary (RFC 2046 §5.1). A boundary counts at the beginning of a line and as the whole of it, so neither a longer
/// one nor the same letters within base64 divide anything. A last part without its end goes to the end.
/// </summary>
internal static class Multipart
{
    /// <returns>None where the boundary never comes.</returns>
    public static IEnumerable<ReadOnlyMemory<byte>> PartsOf(ReadOnlyMemory<byte> body, string boundary)
    {
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var lines = new MimeLines(body);
        int? begun = null;
        while (lines.TryNext(out var line))
        {
            if (!line.Span.StartsWith(mark)) continue;
            var after = line.Span[mark.Length..].TrimEnd(" \t"u8);
            var isLast = after.SequenceEqual("--"u8);
            if (after.Length > 0 && !isLast) continue;
            if (begun is { } start) yield return WithoutLineEnd(body[start..lines.Start]);
            if (isLast) yield break;
            begun = lines.Position;
        }

        if (begun is { } open) yield return body[open..];
    }

    // The line end before a boundary belongs to the boundary.
    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> part)
    {
        var length = part.Length;
        if (length > 0 && part.Span[length - 1] == (byte)'\n') length--;
        if (length > 0 && part.Span[length - 1] == (byte)'\r') length--;
        return part[..length];
    }
}
