namespace Bimer.Blazor.Mime;

/// <summary>Lines of bytes, whatever ends them: CRLF, LF, or a CR alone. The end itself is not part of the line.</summary>
internal sealed class MimeLines(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Where the next line begins.</summary>
    public int Position { get; private set; }

    /// <summary>Where the line that was last given began; the end where there is none any more.</summary>
    public int Start { get; private set; }

    public bool TryNext(out ReadOnlyMemory<byte> line)
    {
        line = default;
        Start = Position;
        if (Position >= bytes.Length) return false;
        var rest = bytes[Position..];
        var end = rest.Span.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            (line, Position) = (rest, bytes.Length);
            return true;
        }

        var isPair = rest.Span[end] == (byte)'\r' && end + 1 < rest.Length && rest.Span[end + 1] == (byte)'\n';
        (line, Position) = (rest[..end], Position + end + (isPair ? 2 : 1));
        return true;
    }
}
