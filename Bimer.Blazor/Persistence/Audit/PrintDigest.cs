using System.Security.Cryptography;
using System.Text;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>The digest of what a printout says (içerik özeti, S42), the same whether it is taken of the content alone or of a page that holds it.</summary>
public static class PrintDigest
{
    private const string Begin = "<section>";
    private const string End = "</section>";

    public static byte[] Of(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content.Trim()));

    /// <summary>Of a page as it left the server.</summary>
    /// <returns>None where the page holds no such content.</returns>
    public static byte[]? OfPage(string page)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.LastIndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin ? null : Of(page[begin..(end + End.Length)]);
    }

    /// <summary>Reads a digest as somebody typed it off a paper, blanks or not.</summary>
    public static byte[]? Parse(string text)
    {
        var digits = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
        return digits.Length == SHA256.HashSizeInBytes * 2 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }
}
