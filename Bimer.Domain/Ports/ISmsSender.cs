namespace Bimer.Domain.Ports;

/// <summary>
/// Hands one short message to the operator (kısa mesaj). Once: whoever calls decides about a second attempt from the <see cref="SmsDelivery"/>. The text never holds
/// anything of a case: phones show it on a locked screen.
/// </summary>
public interface ISmsSender
{
    /// <summary>
    /// Sends to exactly one phone. <paramref name="aboutToStart"/> is awaited once, before the first byte of the message leaves; it never runs for one that
    /// is refused earlier, or where nobody was reached. An exception out of this method (the callback's own, a cancellation) means that nothing left.
    /// </summary>
    /// <param name="ct">Stops it while nothing has left.</param>
    Task<SmsDelivery> SendAsync(ShortMessage message, AboutToStartData aboutToStart, CancellationToken ct);
}

/// <summary>How handing over a short message ended.</summary>
public enum SmsDelivery
{
    /// <summary>The operator took it.</summary>
    Accepted,

    /// <summary>The operator will never take it: not a number, an empty or too long text.</summary>
    Refused,

    /// <summary>The operator was not reached, or said that it takes nothing now; trying again cannot make two of it.</summary>
    NotReached,

    /// <summary>The message left, and nobody said whether it was taken.</summary>
    Uncertain,
}
