using System.Globalization;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Dispatch;

/// <summary>How handing over ended. <see cref="OutboxStatus.Queued"/>: nothing was taken, another attempt cannot make two of it.</summary>
internal readonly record struct ConveyanceEnd(OutboxStatus Status, string Answer);

/// <summary>Hands one message to whoever carries it on.</summary>
public sealed class Conveyance(OutgoingLetters letters, IMailSender mail, ISmsSender sms)
{
    /// <param name="message">The row.</param>
    /// <param name="aboutToStart">Awaited once, directly before the message leaves; throw to keep it.</param>
    /// <param name="ct">Stops it while nothing has left.</param>
    internal Task<ConveyanceEnd> SendAsync(OutboxMessage message, AboutToStartData aboutToStart, CancellationToken ct) =>
        message.Kind == OutboxKind.ReplyMail ? MailAsync(message, aboutToStart, ct) : SmsAsync(message, aboutToStart, ct);

    private async Task<ConveyanceEnd> MailAsync(OutboxMessage message, AboutToStartData aboutToStart, CancellationToken ct)
    {
        if (await letters.MailAsync(message, ct) is not { } letter) return new(OutboxStatus.NoAddress, "no-address");
        return await mail.SendAsync(letter, aboutToStart, ct) switch
        {
            MailDelivery.Accepted(var code) => new(OutboxStatus.Sent, Digits(code)),
            MailDelivery.TemporarilyRefused(var code) => new(OutboxStatus.Queued, Digits(code)),
            MailDelivery.PermanentlyRefused(var code) => new(OutboxStatus.Failed, Digits(code)),
            MailDelivery.NotReached(var fault) => new(OutboxStatus.Queued, fault.ToString()),
            MailDelivery.Uncertain(var fault) => new(OutboxStatus.Uncertain, fault.ToString()),
            var unknown => throw new InvalidOperationException($"No meaning for {unknown.GetType().Name} yet."),
        };
    }

    private async Task<ConveyanceEnd> SmsAsync(OutboxMessage message, AboutToStartData aboutToStart, CancellationToken ct)
    {
        if (await letters.SmsAsync(message, ct) is not { } text) return new(OutboxStatus.NoAddress, "no-address");
        // The operator's port has no place between asking and answering: from here on a crash is uncertain.
        await aboutToStart(ct);
        return await sms.SendAsync(text.Number, text.Text, ct) switch
        {
            SmsDelivery.Accepted => new(OutboxStatus.Sent, "accepted"),
            SmsDelivery.Refused => new(OutboxStatus.Failed, "refused"),
            SmsDelivery.NotReached => new(OutboxStatus.Queued, "not-reached"),
            _ => new(OutboxStatus.Uncertain, "uncertain"),
        };
    }

    private static string Digits(int code) => code.ToString("D3", CultureInfo.InvariantCulture);
}
