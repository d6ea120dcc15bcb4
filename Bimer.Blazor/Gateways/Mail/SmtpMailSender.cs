using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>Mail by SMTP; every ending is told apart by whether the message had begun to leave (decision 0010).</summary>
internal sealed partial class SmtpMailSender(IOptions<SmtpOptions> configured, ILogger<SmtpMailSender> logger) : IMailSender
{
    private readonly SmtpOptions _options = configured.Value;

    public async Task<MailDelivery> SendAsync(OutgoingMail mail, AboutToStartData aboutToStartData, CancellationToken ct)
    {
        var delivery = await DeliverAsync(mail, aboutToStartData, ct);
        LogDelivery(mail.MessageId, delivery);
        return delivery;
    }

    private async Task<MailDelivery> DeliverAsync(OutgoingMail mail, AboutToStartData aboutToStartData, CancellationToken ct)
    {
        if (MailboxAddress.Parse(mail.To.Address) is not { } recipient) return new MailDelivery.PermanentlyRefused(553);

        var from = mail.From ?? new Mailbox(_options.FromAddress, _options.FromName);
        var sender = SmtpEnvelope.SenderOf(mail);

        // Whole in memory before anybody is asked for anything: an attachment that cannot be read must not leave half a message behind DATA.
        var message = await MimeMessageWriter.WriteAsync(mail, from, _options.LargestMessage, ct);
        if (message is not { } ready) return new MailDelivery.PermanentlyRefused(552);

        return await TalkAsync(new SmtpEnvelope(sender, recipient), ready, aboutToStartData, ct);
    }

    private async Task<MailDelivery> TalkAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, AboutToStartData aboutToStartData, CancellationToken ct)
    {
        using var total = CancellationTokenSource.CreateLinkedTokenSource(ct);
        total.CancelAfter(_options.TotalTimeout);
        await using var conversation = new SmtpConversation(_options);
        try
        {
            return await conversation.CarryAsync(envelope, message, _ => aboutToStartData(ct), total.Token);
        }
        catch (Exception error) when (!conversation.CallerIsCommitting && SmtpFaults.Of(error) is not null)
        {
            if (conversation.MessageStarted) return new MailDelivery.Uncertain(ct.IsCancellationRequested ? MailFault.Stopped : SmtpFaults.Of(error)!.Value);
            ct.ThrowIfCancellationRequested();
            return new MailDelivery.NotReached(SmtpFaults.Of(error)!.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {MessageId}: {Delivery}")]
    private partial void LogDelivery(string messageId, MailDelivery delivery);
}
