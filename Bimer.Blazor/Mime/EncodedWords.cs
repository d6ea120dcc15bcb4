using System.Text;
using System.Text.RegularExpressions;

namespace Bimer.Blazor.Mime;

/// <summary>
/// Encoded words in a head line (RFC 2047): <c>=?iso-8859-9?Q?Ba=FEvuru?=</c>. Words in a row are joined as bytes before they are read,
/// because many programs cut in the middle of a letter. What is no encoded word stays as it is.
/// </summary>
internal static partial class EncodedWords
{
    public static string Decode(string line)
    {
        if (!line.Contains("=?", StringComparison.Ordinal)) return line;
        var decoded = new StringBuilder(line.Length);
        List<byte> run = [];
        var (charset, end) = ("", 0);
        foreach (Match word in Shape().Matches(line))
        {
            var between = line[end..word.Index];
            var named = word.Groups["charset"].Value.Split('*')[0];   // a language may stand behind the charset (RFC 2231)
            var isNext = end > 0 && string.IsNullOrWhiteSpace(between);
            if (!isNext || !string.Equals(named, charset, StringComparison.OrdinalIgnoreCase)) Flush(decoded, run, charset);
            if (!isNext) decoded.Append(between);
            run.AddRange(BytesOf(word));
            (charset, end) = (named, word.Index + word.Length);
        }

        Flush(decoded, run, charset);
        return decoded.Append(line.AsSpan(end)).ToString();
    }

    private static void Flush(StringBuilder decoded, List<byte> run, string charset)
    {
        if (run.Count == 0) return;
        decoded.Append(MimeCharset.Decode([.. run], charset));
        run.Clear();
    }

    private static byte[] BytesOf(Match word)
    {
        var text = Encoding.Latin1.GetBytes(word.Groups["text"].Value);
        if (word.Groups["way"].Value is "B" or "b") return TransferDecoding.Base64(text);
        for (var i = 0; i < text.Length; i++) text[i] = text[i] == (byte)'_' ? (byte)' ' : text[i];
        return TransferDecoding.Escaped(text, (byte)'=');
    }

    [GeneratedRegex(@"=\?(?<charset>[!-<>@-~]{1,60})\?(?<way>[BbQq])\?(?<text>[^?\r\n]*)\?=", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
