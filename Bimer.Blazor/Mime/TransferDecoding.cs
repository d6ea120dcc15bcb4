namespace Bimer.Blazor.Mime;

/// <summary>Bytes out of the ways they travel in (RFC 2045 §6). Lenient: what is not of the encoding is passed over or left, never an error.</summary>
internal static class TransferDecoding
{
    private const byte NoDigit = 0xFF;

    public static byte[] Of(ReadOnlySpan<byte> body, string encoding) => encoding switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => body.ToArray(),
    };

    /// <summary>Padding may stand in the middle: two programs each encoded a piece.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length / 4 * 3 + 3);
        var (bits, count) = (0, 0);
        foreach (var letter in text)
        {
            if (letter == (byte)'=') (bits, count) = (0, 0);
            var value = SixBitsOf(letter);
            if (value == NoDigit) continue;
            bits = ((bits << 6) | value) & 0xFFFFFF;
            count += 6;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }

    /// <summary>Blanks at the end of a line were added on the way; a line that ends in = goes on.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var plain = new List<byte>(body.Length);
        while (body.Length > 0)
        {
            var end = body.IndexOfAny((byte)'\r', (byte)'\n');
            var line = (end < 0 ? body : body[..end]).TrimEnd(" \t"u8);
            var isSoft = line.Length > 0 && line[^1] == (byte)'=';
            plain.AddRange(Escaped(isSoft ? line[..^1] : line, (byte)'='));
            if (end < 0) break;
            if (!isSoft) plain.Add((byte)'\n');
            body = body[(end + (body[end..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        return [.. plain];
    }

    /// <summary>A mark and two hexadecimal digits are one byte; a mark before anything else stays a mark.</summary>
    public static byte[] Escaped(ReadOnlySpan<byte> text, byte mark)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == mark && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                bytes.Add((byte)(HexOf(text[i + 1]) << 4 | HexOf(text[i + 2])));
                i += 2;
            }
            else bytes.Add(text[i]);
        }

        return [.. bytes];
    }

    private static byte SixBitsOf(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => (byte)(letter - 'A'),
        >= (byte)'a' and <= (byte)'z' => (byte)(letter - 'a' + 26),
        >= (byte)'0' and <= (byte)'9' => (byte)(letter - '0' + 52),
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => NoDigit,
    };

    private static int HexOf(byte digit) => digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
