using System.Buffers.Binary;
using System.Text;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>A piece of a film (ISO 14496-12): a length, four letters, and what is in it.</summary>
/// <param name="Start">Where its length stands, counted from the beginning of the film.</param>
/// <param name="Content">Where what is in it begins.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct FilmBox(string Type, int Start, int Content, int End)
{
    private const int Head = 8;
    private const int LongHead = 16;

    /// <summary>The boxes of a row, or null when it breaks off: then nobody knows what is in it. Zeros may end a row.</summary>
    public static IReadOnlyList<FilmBox>? Row(ReadOnlySpan<byte> film, int start, int end)
    {
        List<FilmBox> boxes = [];
        for (var at = start; at < end;)
        {
            if (end - at < Head && !film[at..end].ContainsAnyExcept((byte)0)) break;
            if (At(film, at, end) is not { } box) return null;
            boxes.Add(box);
            at = box.End;
        }

        return boxes;
    }

    public bool Is(string type) => string.Equals(Type, type, StringComparison.Ordinal);

    /// <summary>Makes free space of it that says nothing. Its length stays, so that what is counted from the beginning of the film does not move.</summary>
    public void Blank(Span<byte> film)
    {
        "free"u8.CopyTo(film[(Start + 4)..]);
        film[Content..End].Clear();
    }

    private static FilmBox? At(ReadOnlySpan<byte> film, int at, int end)
    {
        var rest = film[at..end];
        if (rest.Length < Head) return null;
        var head = Head;
        long size = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (size == 0) size = rest.Length;   // to the end
        else if (size == 1 && rest.Length >= LongHead) (head, size) = (LongHead, BinaryPrimitives.ReadInt64BigEndian(rest[Head..]));
        return size >= head && size <= rest.Length ? new FilmBox(Encoding.Latin1.GetString(rest[4..8]), at, at + head, at + (int)size) : null;
    }
}
