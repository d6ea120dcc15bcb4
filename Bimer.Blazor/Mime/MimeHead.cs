using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Bimer.Blazor.Mime;

/// <summary>The head of a mail or of a part: its lines unfolded, by name. Of a name that comes twice the first line counts.</summary>
internal sealed class MimeHead
{
    private readonly Dictionary<string, byte[]> _lines = new(StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>The line as words: encoded words decoded, eight-bit letters guessed, no control character.</summary>
    public string Words(string name) => _lines.TryGetValue(name, out var raw) ? MimeCharset.Printable(EncodedWords.Decode(MimeCharset.Guess(raw))).Trim() : "";

    /// <summary>The line with its parameters, such as Content-Type.</summary>
    public HeadValue Value(string name) => HeadValue.Parse(Raw(name));

    /// <summary>The line as letters, encoded words left as they are.</summary>
    public string Raw(string name) => _lines.TryGetValue(name, out var raw) ? MimeCharset.Printable(MimeCharset.Guess(raw)).Trim() : "";

    /// <summary>Cuts the head off; what follows the first empty line is the body. A part may have no head at all.</summary>
    /// <returns>False where the head is longer than <paramref name="most"/> bytes.</returns>
    public static bool TryCut(ReadOnlyMemory<byte> entity, int most, [NotNullWhen(true)] out MimeHead? head, out ReadOnlyMemory<byte> body)
    {
        head = new MimeHead();
        var lines = new MimeLines(entity);
        List<byte> open = [];
        while (lines.TryNext(out var line) && line.Length > 0)
        {
            if (lines.Position > most) return Refuse(out head, out body);
            if (line.Span[0] is not ((byte)' ' or (byte)'\t')) head.Close(open);
            open.AddRange(line.Span);
        }

        head.Close(open);
        body = entity[lines.Position..];
        return lines.Start <= most || Refuse(out head, out body);
    }

    private static bool Refuse(out MimeHead? head, out ReadOnlyMemory<byte> body)
    {
        (head, body) = (null, default);
        return false;
    }

    // A line without a colon, such as mbox's "From ", is nothing.
    private void Close(List<byte> open)
    {
        var line = open.ToArray();
        open.Clear();
        var colon = Array.IndexOf(line, (byte)':');
        if (colon <= 0) return;
        var name = Encoding.Latin1.GetString(line, 0, colon).Trim();
        if (name.All(char.IsAscii)) _lines.TryAdd(name, line[(colon + 1)..]);
    }
}
