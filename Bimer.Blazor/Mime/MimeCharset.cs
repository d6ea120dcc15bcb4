using System.Text;

namespace Bimer.Blazor.Mime;

/// <summary>
/// Bytes as letters. Charsets by a short list, under the names mail programs give them; a name that is not on it, or none, is guessed:
/// what is valid UTF-8 is UTF-8, the rest is Turkish Windows. A name is never asked of the machine: UTF-7 would be one more language to attack in.
/// </summary>
internal static class MimeCharset
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding Forgiving = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    public static string Decode(byte[] bytes, string charset)
    {
        var named = charset.Trim().Trim('"', '\'').ToLowerInvariant();
        return named is "utf-8" or "utf8" ? Forgiving.GetString(bytes) : EncodingOf(named) is { } encoding ? encoding.GetString(bytes) : Guess(bytes);
    }

    public static string Guess(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows(1254).GetString(bytes);
        }
    }

    /// <summary>Without what no letter is: a head line goes on screens and into names.</summary>
    public static string Printable(string line)
    {
        var kept = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value == '\t' || Rune.IsControl(rune)) kept.Append(rune.Value == 0 ? "" : " ");
            else kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    // ISO's sets lack the quotation marks and dashes that programs write under their names all the same; Windows' sets hold both.
    private static Encoding? EncodingOf(string name) => name switch
    {
        "iso-8859-9" or "iso8859-9" or "iso_8859-9" or "latin5" or "windows-1254" or "cp1254" or "cp-1254" or "x-cp1254" => Windows(1254),
        "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "windows-1252" or "cp1252" => Windows(1252),
        "iso-8859-2" or "windows-1250" => Windows(1250),
        "windows-1251" or "cp1251" => Windows(1251),
        "windows-1256" => Windows(1256),
        "iso-8859-15" => Windows(28605),
        "iso-8859-3" => Windows(28593),
        "ibm857" or "cp857" => Windows(857),
        "utf-16" or "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding Windows(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;
}
