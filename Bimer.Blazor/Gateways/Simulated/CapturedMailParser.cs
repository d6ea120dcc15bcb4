using System.Text;
using System.Text.RegularExpressions;

namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>Reads back what our own writer writes; it is no reader for mail from elsewhere.</summary>
internal static partial class CapturedMailParser
{
    public static CapturedMail Parse(CapturedFile file)
    {
        var (headers, body) = SplitHead(Encoding.ASCII.GetString(file.Content));
        var leaves = LeavesOf(headers, body).ToList();
        return new CapturedMail(file.Number, file.At, Header(headers, "Message-ID").Trim('<', '>'),
            Words(Header(headers, "From")), Words(Header(headers, "To")), Words(Header(headers, "Subject")))
        {
            PlainText = TextOf(leaves, "text/plain"),
            Html = TextOf(leaves, "text/html"),
            Attachments = [.. leaves.Where(IsAttachment).Select(AttachmentOf)],
        };
    }

    private static IEnumerable<(string Headers, string Body)> LeavesOf(string headers, string body)
    {
        var boundary = BoundaryShape().Match(Header(headers, "Content-Type"));
        if (!boundary.Success) return [(headers, body)];

        return body.Split($"--{boundary.Groups["mark"].Value}", StringSplitOptions.None)
            .Skip(1).Where(part => part.StartsWith("\r\n", StringComparison.Ordinal))
            .Select(part => SplitHead(part[2..]))
            .SelectMany(part => LeavesOf(part.Headers, part.Body));
    }

    private static (string Headers, string Body) SplitHead(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        // A line inside the head that begins with a space continues the one before.
        return (part[..end].Replace("\r\n ", " ", StringComparison.Ordinal), part[(end + 4)..]);
    }

    private static string Header(string headers, string name) =>
        headers.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";

    private static string Words(string header) =>
        WordShape().Replace(BetweenWords().Replace(header, "?==?"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["base64"].Value)));

    private static bool IsAttachment((string Headers, string Body) leaf) => Header(leaf.Headers, "Content-Disposition").Length > 0;

    private static string TextOf(IEnumerable<(string Headers, string Body)> leaves, string type)
    {
        var leaf = leaves.FirstOrDefault(leaf => Header(leaf.Headers, "Content-Type").StartsWith(type, StringComparison.Ordinal));
        if (leaf.Body is null) return "";

        // The line break before the boundary belongs to the boundary.
        var text = leaf.Body[..^2].Replace("=\r\n", "", StringComparison.Ordinal);
        return Unescape(text, '=');
    }

    private static CapturedAttachment AttachmentOf((string Headers, string Body) leaf)
    {
        var pieces = FileNamePiece().Matches(Header(leaf.Headers, "Content-Disposition")).Select(piece => piece.Groups["piece"].Value);
        return new CapturedAttachment(Unescape(string.Concat(pieces), '%'), Header(leaf.Headers, "Content-Type"), Convert.FromBase64String(leaf.Body));
    }

    /// <summary>=C5=9F and %C5%9F alike: a mark and two hexadecimal digits are one byte of UTF-8.</summary>
    private static string Unescape(string text, char mark)
    {
        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != mark) octets.Add((byte)text[i]);
            else
            {
                octets.AddRange(Convert.FromHexString(text.AsSpan(i + 1, 2)));
                i += 2;
            }
        }
        return Encoding.UTF8.GetString([.. octets]);
    }

    [GeneratedRegex("boundary=\"(?<mark>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex BoundaryShape();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<base64>[A-Za-z0-9+/=]*)\?=", RegexOptions.NonBacktracking)]
    private static partial Regex WordShape();

    [GeneratedRegex(@"\?= +=\?", RegexOptions.NonBacktracking)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"filename(?:\*[0-9]+)?\*=(?:utf-8'')?(?<piece>[^; ]*)", RegexOptions.NonBacktracking)]
    private static partial Regex FileNamePiece();
}
