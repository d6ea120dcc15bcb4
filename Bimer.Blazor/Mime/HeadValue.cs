using System.Text;

namespace Bimer.Blazor.Mime;

/// <summary>A head line with parameters: <c>text/plain; charset=utf-8</c>. Names and the value in lower case; parameters in words (RFC 2045, 2231).</summary>
internal sealed class HeadValue
{
    private const int MostParameters = 100;

    private readonly Dictionary<string, string> _parameters;

    private HeadValue(string value, Dictionary<string, string> parameters) => (Value, _parameters) = (value, parameters);

    public string Value { get; }

    /// <summary>Empty where there is none of this name.</summary>
    public string this[string name] => _parameters.GetValueOrDefault(name, "");

    public static HeadValue Parse(string line)
    {
        var pieces = Split(line).Take(MostParameters + 1).ToList();
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) written.TryAdd(piece[..equals].Trim().ToLowerInvariant(), Unquoted(piece[(equals + 1)..].Trim()));
        }

        return new HeadValue(pieces.Count > 0 ? pieces[0].Trim().ToLowerInvariant() : "", Joined(written));
    }

    // At semicolons, except within quotes.
    private static IEnumerable<string> Split(string line)
    {
        var (piece, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && quoted && i + 1 < line.Length) piece.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            if (line[i] == ';' && !quoted)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            else piece.Append(line[i]);
        }

        yield return piece.ToString();
    }

    private static string Unquoted(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"') return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
        {
            // A backslash is kept where it quotes nothing: C:\Belgeler\dilekce.pdf.
            if (text[i] == '\\' && text[i + 1] is '"' or '\\' && i + 1 < text.Length - 1) i++;
            plain.Append(text[i]);
        }

        return plain.ToString();
    }

    // name*=, or name*0=, name*1*= and so on, before a plain name=, in which many programs put encoded words against the rule.
    private static Dictionary<string, string> Joined(Dictionary<string, string> written)
    {
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in written.Keys.Select(key => key.Split('*')[0]).Distinct(StringComparer.Ordinal))
        {
            if (written.TryGetValue(name + "*", out var extended)) joined[name] = Extended([(extended, true)]);
            else if (PiecesOf(name, written) is { Count: > 0 } pieces) joined[name] = Extended(pieces);
            else if (written.TryGetValue(name, out var plain)) joined[name] = EncodedWords.Decode(plain);
        }

        return joined;
    }

    private static List<(string Text, bool IsEncoded)> PiecesOf(string name, Dictionary<string, string> written)
    {
        List<(string, bool)> pieces = [];
        for (var i = 0; i < MostParameters; i++)
        {
            var numbered = FormattableString.Invariant($"{name}*{i}");
            if (written.TryGetValue(numbered + "*", out var encoded)) pieces.Add((encoded, true));
            else if (written.TryGetValue(numbered, out var plain)) pieces.Add((plain, false));
            else break;
        }

        return pieces;
    }

    // charset'language'%C5%9F: the charset stands before the first piece only, and a letter may be cut between two.
    private static string Extended(List<(string Text, bool IsEncoded)> pieces)
    {
        var charset = "";
        List<byte> bytes = [];
        for (var i = 0; i < pieces.Count; i++)
        {
            var (text, isEncoded) = pieces[i];
            if (i == 0 && isEncoded && text.Split('\'', 3) is [var named, _, var rest]) (charset, text) = (named, rest);
            bytes.AddRange(isEncoded ? TransferDecoding.Escaped(Encoding.UTF8.GetBytes(text), (byte)'%') : Encoding.UTF8.GetBytes(text));
        }

        return MimeCharset.Decode([.. bytes], charset);
    }
}
