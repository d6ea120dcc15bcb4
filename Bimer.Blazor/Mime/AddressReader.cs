using System.Text;

namespace Bimer.Blazor.Mime;

/// <summary>The first mailbox of a From line: <c>"Kaya, Ayşe" &lt;ayse@posta.example&gt;</c>, <c>ayse@posta.example (Ayşe Kaya)</c> or the address alone.</summary>
internal static class AddressReader
{
    /// <param name="line">With its encoded words: decoded before, a comma in a name would end it.</param>
    public static MimeAddress Of(string line)
    {
        var first = FirstOf(line);
        var (open, close) = (first.LastIndexOf('<'), first.LastIndexOf('>'));
        if (open >= 0 && close > open) return new MimeAddress(NameOf(first[..open]), first[(open + 1)..close].Trim());
        var comment = first.IndexOf('(', StringComparison.Ordinal);
        var address = (comment < 0 ? first : first[..comment]).Trim();
        if (!address.Contains('@', StringComparison.Ordinal)) return new MimeAddress(NameOf(first), "");
        return new MimeAddress(comment < 0 ? "" : NameOf(first[(comment + 1)..].TrimEnd(' ', ')')), address);
    }

    // Up to a comma outside quotes, comments and brackets.
    private static string FirstOf(string line)
    {
        var (quoted, comments, bracket) = (false, 0, false);
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\\': i++; break;
                case '"': quoted = !quoted; break;
                case '(' when !quoted: comments++; break;
                case ')' when !quoted: comments--; break;
                case '<' when !quoted: bracket = true; break;
                case '>' when !quoted: bracket = false; break;
                case ',' or ';' when !quoted && !bracket && comments <= 0: return line[..i];
            }
        }

        return line;
    }

    private static string NameOf(string written)
    {
        var plain = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '\\' && i + 1 < written.Length) plain.Append(written[++i]);
            else if (written[i] != '"') plain.Append(written[i]);
        }

        return MimeCharset.Printable(EncodedWords.Decode(plain.ToString().Trim())).Trim();
    }
}
