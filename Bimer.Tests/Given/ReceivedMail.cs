using System.Globalization;
using System.Text;

namespace Bimer.Tests.Given;

/// <summary>
/// A mail read by the letter of RFC 5322, 2045, 2047 and 2231, without a line in common with what writes mail in the product.
/// Headers are kept in order and repeated ones are kept twice, so that an injected header is seen.
/// </summary>
public sealed class ReceivedMail
{
    private readonly List<(string Name, string Value)> _headers = [];
    private string _body = "";

    public string Raw { get; private init; } = "";

    public IReadOnlyList<string> HeaderNames => [.. _headers.Select(header => header.Name)];

    public IReadOnlyList<ReceivedMail> Parts { get; private set; } = [];

    public string Subject => Decoded("Subject");

    public string From => Decoded("From");

    public string To => Decoded("To");

    public string MessageId => Header("Message-ID");

    public string ContentType => Header("Content-Type").Split(';')[0].Trim();

    public string PlainText => Leaf("text/plain").Text;

    public string Html => Leaf("text/html").Text;

    public IReadOnlyList<ReceivedMail> Attachments => [.. Leaves().Where(part => part.Header("Content-Disposition").StartsWith("attachment", StringComparison.Ordinal))];

    public string FileName => Parameter(Header("Content-Disposition"), "filename");

    public byte[] Content => Header("Content-Transfer-Encoding") switch
    {
        "base64" => Convert.FromBase64String(_body),
        "quoted-printable" => FromQuotedPrintable(_body),
        _ => Encoding.Latin1.GetBytes(_body),
    };

    public string Text => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Content);

    public static ReceivedMail Parse(byte[] raw) => Parse(Encoding.Latin1.GetString(raw));

    public string Header(string name) => _headers.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public IEnumerable<ReceivedMail> Leaves() => Parts.Count == 0 ? [this] : Parts.SelectMany(part => part.Leaves());

    private static ReceivedMail Parse(string raw)
    {
        var mail = new ReceivedMail { Raw = raw };
        var lines = raw.Split("\r\n");
        var i = 0;
        for (; i < lines.Length && lines[i].Length > 0; i++)
        {
            if (lines[i][0] is ' ' or '\t') mail._headers[^1] = (mail._headers[^1].Name, mail._headers[^1].Value + lines[i]);
            else
            {
                var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
                if (colon < 1) throw new FormatException($"Not a header: {lines[i]}");
                mail._headers.Add((lines[i][..colon], lines[i][(colon + 1)..].TrimStart()));
            }
        }
        var body = lines[Math.Min(i + 1, lines.Length)..];
        if (mail.ContentType.StartsWith("multipart/", StringComparison.Ordinal)) mail.Parts = SplitAt(Parameter(mail.Header("Content-Type"), "boundary"), body);
        else mail._body = string.Join("\r\n", body);
        return mail;
    }

    private static List<ReceivedMail> SplitAt(string boundary, string[] body)
    {
        var parts = new List<ReceivedMail>();
        List<string>? open = null;
        foreach (var line in body)
        {
            if (string.Equals(line, $"--{boundary}", StringComparison.Ordinal) || string.Equals(line, $"--{boundary}--", StringComparison.Ordinal))
            {
                if (open is not null) parts.Add(Parse(string.Join("\r\n", open)));
                open = line.EndsWith("--", StringComparison.Ordinal) ? null : [];
            }
            else open?.Add(line);
        }
        return open is null ? parts : throw new FormatException("The last boundary is missing.");
    }

    private ReceivedMail Leaf(string type) => Leaves().Except(Attachments).Single(part => string.Equals(part.ContentType, type, StringComparison.Ordinal));

    private string Decoded(string name)
    {
        var decoded = new StringBuilder();
        var lastWasEncoded = false;
        foreach (var word in Header(name).Split(' '))
        {
            var fields = word.Split('?');
            var isEncoded = fields is ["=", _, _, _, "="];
            // White space between two encoded words is not part of the text.
            if (decoded.Length > 0 && !(isEncoded && lastWasEncoded)) decoded.Append(' ');
            decoded.Append(isEncoded ? DecodeWord(fields) : word);
            lastWasEncoded = isEncoded;
        }
        return decoded.ToString();
    }

    private static string DecodeWord(string[] fields)
    {
        if (!string.Equals(fields[1], "utf-8", StringComparison.OrdinalIgnoreCase)) throw new FormatException("Unexpected charset " + fields[1]);
        var octets = fields[2] is "B" or "b" ? Convert.FromBase64String(fields[3]) : FromQuotedPrintable(fields[3].Replace("_", "=20", StringComparison.Ordinal));
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
    }

    private static string Parameter(string header, string name)
    {
        var pieces = new SortedDictionary<int, string>();
        foreach (var parameter in header.Split(';').Skip(1).Select(text => text.Trim().Split('=', 2)))
        {
            var key = parameter[0].Split('*');
            if (!string.Equals(key[0], name, StringComparison.OrdinalIgnoreCase)) continue;
            var number = key.Length > 1 && key[1].Length > 0 ? int.Parse(key[1], CultureInfo.InvariantCulture) : 0;
            var value = parameter[1].Trim('"');
            if (key.Length > 1 && number == 0) value = value.Split('\'', 3)[2];
            pieces[number] = value;
        }
        return Uri.UnescapeDataString(string.Concat(pieces.Values));
    }

    private static byte[] FromQuotedPrintable(string text)
    {
        var octets = new List<byte>();
        // RFC 2045 §6.7 (3): white space at the end of a line was put there by some server on the way, and goes.
        text = string.Join("\r\n", text.Split("\r\n").Select(line => line.TrimEnd(' ', '\t')));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=') octets.Add((byte)text[i]);
            else if (text[i + 1] == '\r') i += 2;
            else
            {
                octets.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 2;
            }
        }
        return [.. octets];
    }
}
