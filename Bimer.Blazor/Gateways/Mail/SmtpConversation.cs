using System.Globalization;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>Who the server is told about; both already checked, both ASCII.</summary>
/// <param name="Sender">None: the null reverse-path (RFC 5321 §4.5.5), to which nothing is ever returned.</param>
internal sealed record SmtpEnvelope(MailboxAddress? Sender, MailboxAddress Recipient)
{
    public static MailboxAddress? SenderOf(OutgoingMail mail) => mail.EnvelopeSender is not { } address
        ? null
        : MailboxAddress.Parse(address) ?? throw new ArgumentException("The envelope sender is not an e-mail address.", nameof(mail));
}

/// <summary>
/// One connection, one mail, one command at a time (RFC 5321, no pipelining: the answer to RCPT is known before DATA is
/// asked for). The message is 7-bit throughout, so 8BITMIME is never needed.
/// </summary>
internal sealed class SmtpConversation(SmtpOptions options) : IAsyncDisposable
{
    private readonly SmtpConnection _connection = new(options);

    /// <summary>From here on a broken conversation is an uncertain one.</summary>
    public bool MessageStarted { get; private set; }

    /// <summary>The caller is committing "data started": what is thrown now is the caller's own and passes through untouched.</summary>
    public bool CallerIsCommitting { get; private set; }

    /// <param name="envelope">Who to tell the server about.</param>
    /// <param name="message">The finished message, CRLF lines.</param>
    /// <param name="aboutToStartData">Awaited after 354 and before the first byte.</param>
    /// <param name="total">Cancelled when the time for the whole is over or the caller stops.</param>
    public async Task<MailDelivery> CarryAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> message, AboutToStartData aboutToStartData, CancellationToken total)
    {
        var ended = await _connection.OpenAsync(total) ?? await NameBothEndsAsync(envelope, message.Length, total);
        if (ended is null)
        {
            await CommitAsync(aboutToStartData, total);
            ended = await HandOverAsync(message, total);
        }

        await _connection.QuitAsync(total);
        return ended;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<MailDelivery?> NameBothEndsAsync(SmtpEnvelope envelope, int size, CancellationToken total)
    {
        var limit = _connection.Offers.Offer("SIZE");
        if (IsTooLarge(limit, size)) return new MailDelivery.PermanentlyRefused(552);

        var announced = limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $" SIZE={size}");
        return await SayAsync(SmtpStep.Sender, $"MAIL FROM:<{envelope.Sender?.Value}>{announced}", total)
            ?? await SayAsync(SmtpStep.Recipient, $"RCPT TO:<{envelope.Recipient.Value}>", total)
            ?? await SayAsync(SmtpStep.Data, "DATA", total);
    }

    private async Task CommitAsync(AboutToStartData aboutToStartData, CancellationToken total)
    {
        CallerIsCommitting = true;
        await aboutToStartData(total);
        CallerIsCommitting = false;
        // Nothing has left yet: a time that ran out while committing still counts as "not reached".
        total.ThrowIfCancellationRequested();
    }

    private async Task<MailDelivery> HandOverAsync(ReadOnlyMemory<byte> message, CancellationToken total)
    {
        MessageStarted = true;
        await _connection.Wire.WriteMessageAsync(message, total);
        var reply = await _connection.ReadAsync(options.FinalReplyTimeout, total);
        return SmtpVerdict.Of(SmtpStep.Message, reply.Code)!;
    }

    private async Task<MailDelivery?> SayAsync(SmtpStep step, string line, CancellationToken total) =>
        SmtpVerdict.Of(step, (await _connection.AskAsync(line, total)).Code);

    private static bool IsTooLarge(string? limit, int size) =>
        long.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 && size > most;
}
