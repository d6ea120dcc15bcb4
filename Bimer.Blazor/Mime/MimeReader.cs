using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Mime;

/// <summary>
/// Reads a mail from anybody. It never throws: what breaks the rules is read as well as it can be, and what goes beyond the limits is
/// refused with <see cref="Refusal.MailUnreadable"/>, whole. Nothing of it is believed: names, types and addresses are claims.
/// </summary>
public sealed class MimeReader(MimeLimits limits)
{
    public Outcome<MimeMessage> Read(ReadOnlyMemory<byte> mail)
    {
        if (mail.Length > limits.Bytes) return new Refusal.MailUnreadable(MailFlaw.TooLarge, limits.Bytes);
        if (!MimeHead.TryCut(mail, limits.HeadBytes, out var head, out var body)) return new Refusal.MailUnreadable(MailFlaw.HeadTooLarge, limits.HeadBytes);
        if (head.IsEmpty) return new Refusal.MailUnreadable(MailFlaw.NoHead, 0);
        var reading = new MimeReading(limits);
        var content = reading.Read(head, body, depth: 1);
        if (reading.Flaw is { } refusal) return refusal;
        return new MimeMessage
        {
            MessageId = head.Raw("Message-ID").Trim('<', '>', ' '),
            From = AddressReader.Of(head.Raw("From")),
            Subject = head.Words("Subject"),
            Texts = content.Texts,
            Files = content.Files,
        };
    }
}
