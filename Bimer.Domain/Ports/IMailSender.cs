namespace Bimer.Domain.Ports;

/// <summary>Hands one mail to the mail server (e-posta). Once: whoever calls decides about a second attempt from the <see cref="MailDelivery"/>.</summary>
public interface IMailSender
{
    /// <summary>
    /// Sends to exactly one recipient. <paramref name="aboutToStartData"/> is awaited once, after the server agreed to take
    /// the message and before its first byte leaves; it never runs for a mail that is refused earlier.
    /// An exception out of this method (the callback's own, a cancellation, an attachment that cannot be opened) means that
    /// nothing of the message left.
    /// </summary>
    Task<MailDelivery> SendAsync(OutgoingMail mail, AboutToStartData aboutToStartData, CancellationToken ct);
}

/// <summary>Commits durably that the message is about to leave. Throw to keep it from leaving (the lease was lost, the case was recalled).</summary>
public delegate Task AboutToStartData(CancellationToken ct);
