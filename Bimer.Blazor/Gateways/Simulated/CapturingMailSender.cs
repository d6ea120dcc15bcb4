using System.Text;
using Bimer.Blazor.Gateways.Mail;
using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>
/// A mail server that takes everything and delivers into <c>captured/mail</c>: the same addresses are refused, the same
/// bytes are written and the callback runs at the same place as with SMTP. Development and demonstrations only.
/// </summary>
internal sealed class CapturingMailSender(CapturedMailbox mailbox, IOptions<SmtpOptions> configured) : IMailSender
{
    private const string HouseAddress = "bimer@simulated.invalid";

    public async Task<MailDelivery> SendAsync(OutgoingMail mail, AboutToStartData aboutToStartData, CancellationToken ct)
    {
        var options = configured.Value;
        if (MailboxAddress.Parse(mail.To.Address) is not { } recipient) return new MailDelivery.PermanentlyRefused(553);

        var from = mail.From ?? new Mailbox(options.FromAddress.Length > 0 ? options.FromAddress : HouseAddress, options.FromName);
        var sender = SmtpEnvelope.SenderOf(mail);
        if (await MimeMessageWriter.WriteAsync(mail, from, options.LargestMessage, ct) is not { } message) return new MailDelivery.PermanentlyRefused(552);

        await aboutToStartData(ct);
        // The two lines a delivering server puts on top.
        byte[] trace = Encoding.ASCII.GetBytes($"Return-Path: <{sender?.Value}>\r\nDelivered-To: {recipient.Value}\r\n");
        await mailbox.KeepAsync((byte[])[.. trace, .. message.Span], ct);
        return new MailDelivery.Accepted(250);
    }
}
