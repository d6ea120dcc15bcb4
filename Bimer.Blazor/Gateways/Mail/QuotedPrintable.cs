using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>UTF-8 text as 7-bit lines of at most 76 (RFC 2045 §6.7). Any line break becomes CRLF; everything else comes back exactly.</summary>
internal static class QuotedPrintable
{
    private const int LongestBeforeSoftBreak = 75;

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length * 2);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) encoded.Append("\r\n");
            AppendLine(encoded, Encoding.UTF8.GetBytes(lines[i]));
        }
        return encoded.ToString();
    }

    private static void AppendLine(StringBuilder encoded, byte[] line)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            // White space at the end of a line is lost on the way.
            var isLast = i == line.Length - 1;
            var isPlain = line[i] is >= 33 and <= 126 and not (byte)'=' || (line[i] is (byte)' ' or (byte)'\t' && !isLast);
            var letter = isPlain ? ((char)line[i]).ToString() : string.Create(CultureInfo.InvariantCulture, $"={line[i]:X2}");

            if (column + letter.Length > LongestBeforeSoftBreak)
            {
                encoded.Append("=\r\n");
                column = 0;
            }
            encoded.Append(letter);
            column += letter.Length;
        }
    }
}
