using System.Globalization;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Dispatch;

/// <summary>How handing over ended. <see cref="OutboxStatus.Queued"/>: nothing was taken, another attempt cannot make two of it.</summary>
internal readonly record struct ConveyanceEnd(OutboxStatus Status, string Answer);

/// <summary>Hands one message to whoever carries it on.</summary>
public sealed class Conveyance(OutgoingLetters letters, OutgoingNotices notices, IMailSender mail, ISmsSender sms)
{
    /// <param name="message">The row.</param>
    /// <param name="aboutToStart">Awaited once, directly before the message leaves; throw to keep it.</param>
    /// <param name="ct">Stops it while nothing has left.</param>
    internal Task<ConveyanceEnd> SendAsync(OutboxMessage message, AboutToStartData aboutToStart, CancellationToken ct) =>
        message.Kind switch
        {
            OutboxKind.ReplyMail => LetterAsync(message, aboutToStart, ct),
            OutboxKind.ForwardMail => NoticeAsync(message, aboutToStart, ct),
            OutboxKind.OpenedNotice => OpenedAsync(message, aboutToStart, ct),
            _ => SmsAsync(message, aboutToStart, ct),
        };

    private async Task<ConveyanceEnd> LetterAsync(OutboxMessage message, AboutToStartData aboutToStart, CancellationToken ct) =>
        await letters.MailAsync(message, ct) is not { } letter ? new(OutboxStatus.NoAddress, OutboxMessage.AnswerNoAddress)
        : await letters.WhyNotSentAsync(message, ct) switch
        {
            null => await MailAsync(letter, aboutToStart, ct),
            Refusal.AttachmentHarmful => new(OutboxStatus.Failed, OutboxMessage.AnswerHarmful),
            _ => new(OutboxStatus.Queued, OutboxMessage.AnswerBeingScanned),   // a passing fault: it may be clean by the next attempt
        };

    private async Task<ConveyanceEnd> NoticeAsync(OutboxMessage message, AboutToStartData aboutToStart, CancellationToken ct) => await notices.MailAsync(message, ct) switch
    {
        { IsWithdrawn: true } => new(OutboxStatus.Withdrawn, "recalled"),
        { Mail: { } notice } => await MailAsync(notice, aboutToStart, ct),
        _ => new(OutboxStatus.NoAddress, OutboxMessage.AnswerNoAddress),
    };

    private async Task<ConveyanceEnd> OpenedAsync(OutboxMessage message, AboutToStartData aboutToStart, CancellationToken ct) =>
        await letters.OpenedMailAsync(message, ct) is { } letter ? await MailAsync(letter, aboutToStart, ct) : await SmsAsync(message, aboutToStart, ct);

    private async Task<ConveyanceEnd> MailAsync(OutgoingMail letter, AboutToStartData aboutToStart, CancellationToken ct)
    {
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
        if (await letters.SmsAsync(message, ct) is not { } text) return new(OutboxStatus.NoAddress, OutboxMessage.AnswerNoAddress);
        return await sms.SendAsync(text, aboutToStart, ct) switch
        {
            SmsDelivery.Accepted => new(OutboxStatus.Sent, "accepted"),
            SmsDelivery.Refused => new(OutboxStatus.Failed, "refused"),
            SmsDelivery.NotReached => new(OutboxStatus.Queued, "not-reached"),
            _ => new(OutboxStatus.Uncertain, "uncertain"),
        };
    }

    private static string Digits(int code) => code.ToString("D3", CultureInfo.InvariantCulture);
}
