using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>Header lines in ASCII, folded at 76: encoded words (RFC 2047) for people's words, RFC 2231 for file names.</summary>
internal sealed class MimeHeaders
{
    private const int LongestLine = 76;
    private const string WordStart = "=?utf-8?B?";
    private const string WordEnd = "?=";

    private readonly StringBuilder _lines = new();

    /// <summary>A value of our own making; people's words go through the other methods.</summary>
    public MimeHeaders Plain(string name, string value)
    {
        if (!HeaderText.IsPrintableAscii(value)) throw new ArgumentException("A plain header is printable ASCII.", nameof(value));

        _lines.Append(name).Append(": ").Append(value).Append("\r\n");
        return this;
    }

    public MimeHeaders Text(string name, string text)
    {
        _lines.Append(name).Append(": ");
        AppendWords(HeaderText.Clean(text), name.Length + 2);
        _lines.Append("\r\n");
        return this;
    }

    public MimeHeaders Address(string name, MailboxAddress address, string displayName)
    {
        _lines.Append(name).Append(": ");
        var shown = HeaderText.Clean(displayName);
        var column = shown.Length == 0 ? name.Length + 2 : AppendPhrase(shown, name.Length + 2);
        if (shown.Length > 0) _lines.Append(column + address.Value.Length + 3 > LongestLine ? "\r\n " : " ");
        _lines.Append('<').Append(address.Value).Append(">\r\n");
        return this;
    }

    /// <summary>Content-Disposition with the file's name in UTF-8, cut into numbered pieces where it is long (RFC 2231 §3).</summary>
    public MimeHeaders Attachment(string fileName)
    {
        const int PieceLength = 48;
        _lines.Append("Content-Disposition: attachment");
        var pieces = PercentPieces(HeaderText.FileName(fileName), PieceLength);
        for (var i = 0; i < pieces.Count; i++)
        {
            var number = pieces.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"*{i}");
            _lines.Append(CultureInfo.InvariantCulture, $";\r\n filename{number}*={(i == 0 ? "utf-8''" : "")}{pieces[i]}");
        }
        _lines.Append("\r\n");
        return this;
    }

    public override string ToString() => _lines.ToString();

    private int AppendPhrase(string shown, int column)
    {
        var quoted = $"\"{shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        if (IsWritableAsIs(shown, column + 2) && column + quoted.Length <= LongestLine)
        {
            _lines.Append(quoted);
            return column + quoted.Length;
        }
        return AppendEncoded(shown, column);
    }

    private void AppendWords(string text, int column)
    {
        if (IsWritableAsIs(text, column)) _lines.Append(text);
        else AppendEncoded(text, column);
    }

    /// <summary>A text that already looks like an encoded word must not be taken for one by the reader.</summary>
    private static bool IsWritableAsIs(string text, int column) =>
        column + text.Length <= LongestLine && HeaderText.IsPrintableAscii(text) && !text.Contains("=?", StringComparison.Ordinal);

    private int AppendEncoded(string text, int column)
    {
        var word = new List<byte>();
        var letter = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var size = rune.EncodeToUtf8(letter);
            // A letter is never cut in two: each word is decoded on its own.
            if (column + EncodedLength(word.Count + size) > LongestLine)
            {
                column = AppendWord(word, column);
                _lines.Append("\r\n ");
                column = 1;
                word.Clear();
            }
            word.AddRange(letter.AsSpan(0, size));
        }
        return AppendWord(word, column);
    }

    private int AppendWord(List<byte> word, int column)
    {
        _lines.Append(WordStart).Append(Convert.ToBase64String([.. word])).Append(WordEnd);
        return column + EncodedLength(word.Count);
    }

    private static int EncodedLength(int bytes) => WordStart.Length + Base64.GetMaxEncodedToUtf8Length(bytes) + WordEnd.Length;

    private static List<string> PercentPieces(string text, int longest)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var letter = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'.' or (byte)'-' or (byte)'_'
                ? ((char)octet).ToString()
                : string.Create(CultureInfo.InvariantCulture, $"%{octet:X2}");
            if (piece.Length + letter.Length > longest)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(letter);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }
}
