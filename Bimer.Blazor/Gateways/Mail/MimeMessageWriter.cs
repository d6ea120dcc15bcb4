using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>
/// The message as bytes: multipart/mixed of (text, HTML) and the attachments, all 7-bit, CRLF, lines of at most 76 save
/// where an address or an id is longer. No clock, no chance: the same mail is the same bytes.
/// </summary>
internal static partial class MimeMessageWriter
{
    private const int Base64Block = 57 * 1_024;   // 57 bytes are one line of 76: blocks join without a seam

    /// <summary>Null: it would be larger than <paramref name="most"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> WriteAsync(OutgoingMail mail, Mailbox from, int most, CancellationToken ct)
    {
        using var message = new MemoryStream();
        var outer = Boundary(mail, "m");
        Append(message, Headers(mail, from).ToString());
        if (mail.Attachments.Count > 0)
        {
            Append(message, new MimeHeaders().Plain("Content-Type", $"multipart/mixed; boundary=\"{outer}\"") + $"\r\n--{outer}\r\n");
        }
        AppendTexts(message, mail);

        foreach (var attachment in mail.Attachments)
        {
            Append(message, $"--{outer}\r\n{PartHeaders(attachment)}\r\n");
            if (!await AppendFileAsync(message, attachment, most, ct)) return null;
        }
        if (mail.Attachments.Count > 0) Append(message, $"--{outer}--\r\n");
        return message.Length <= most ? message.ToArray() : null;
    }

    private static MimeHeaders Headers(OutgoingMail mail, Mailbox from)
    {
        if (mail.MessageId.Length > 200 || !MessageIdShape().IsMatch(mail.MessageId)) throw new ArgumentException("The message id is not of the form left@right.", nameof(mail));

        return new MimeHeaders()
            .Plain("Date", mail.Date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture))
            .Address("From", AddressOf(from), from.DisplayName)
            .Address("To", AddressOf(mail.To), mail.To.DisplayName)
            .Text("Subject", mail.Subject)
            .Plain("Message-ID", $"<{mail.MessageId}>")
            .Plain("Auto-Submitted", "auto-generated")   // RFC 3834: asks holiday notices not to answer
            .Plain("MIME-Version", "1.0");
    }

    private static MailboxAddress AddressOf(Mailbox mailbox) =>
        MailboxAddress.Parse(mailbox.Address) ?? throw new ArgumentException("Not an e-mail address.", nameof(mailbox));

    private static void AppendTexts(MemoryStream message, OutgoingMail mail)
    {
        var inner = Boundary(mail, "a");
        Append(message, new MimeHeaders().Plain("Content-Type", $"multipart/alternative; boundary=\"{inner}\"") + "\r\n");
        foreach (var (type, text) in new[] { ("text/plain", mail.PlainText), ("text/html", mail.Html) })
        {
            var headers = new MimeHeaders().Plain("Content-Type", $"{type}; charset=utf-8").Plain("Content-Transfer-Encoding", "quoted-printable");
            Append(message, $"--{inner}\r\n{headers}\r\n{QuotedPrintable.Encode(text)}\r\n");
        }
        Append(message, $"--{inner}--\r\n");
    }

    private static MimeHeaders PartHeaders(MailAttachment attachment)
    {
        var type = ContentTypeShape().IsMatch(attachment.ContentType) ? attachment.ContentType : "application/octet-stream";
        return new MimeHeaders().Plain("Content-Type", type).Plain("Content-Transfer-Encoding", "base64").Attachment(attachment.FileName);
    }

    private static async Task<bool> AppendFileAsync(MemoryStream message, MailAttachment attachment, int most, CancellationToken ct)
    {
        var block = ArrayPool<byte>.Shared.Rent(Base64Block);
        try
        {
            await using var file = await attachment.OpenAsync(ct);
            int read;
            while ((read = await file.ReadAtLeastAsync(block.AsMemory(0, Base64Block), Base64Block, throwOnEndOfStream: false, ct)) > 0)
            {
                Append(message, Convert.ToBase64String(block.AsSpan(0, read), Base64FormattingOptions.InsertLineBreaks) + "\r\n");
                if (message.Length > most) return false;
            }
            return true;
        }
        finally
        {
            // An answer's attachment must not lie about in a shared pool.
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
        }
    }

    /// <summary>"=_" stands in neither quoted-printable nor base64 text, so no content can look like a boundary.</summary>
    private static string Boundary(OutgoingMail mail, string level) =>
        $"=_{level}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)).AsSpan(0, 12))}";

    private static void Append(MemoryStream message, string ascii) => message.Write(Encoding.ASCII.GetBytes(ascii));

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex MessageIdShape();

    [GeneratedRegex(@"\A[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,80}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ContentTypeShape();
}
