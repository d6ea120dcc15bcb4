namespace Bimer.Domain.Ports;

/// <summary>Hands one short message to the operator (kısa mesaj). The text never holds anything of a case: phones show it on a locked screen.</summary>
public interface ISmsSender
{
    /// <summary>Sends to exactly one phone.</summary>
    /// <param name="number">E.164 with plus sign, e.g. <c>+905321234567</c>.</param>
    /// <param name="text">At most 1,000 UTF-16 units; the caller keeps it free of names, subjects and case texts.</param>
    /// <param name="ct">Stops before the operator is asked; afterwards the answer is awaited.</param>
    Task<SmsDelivery> SendAsync(string number, string text, CancellationToken ct);
}

/// <summary>How handing over a short message ended.</summary>
public enum SmsDelivery
{
    /// <summary>The operator took it.</summary>
    Accepted,

    /// <summary>The operator will never take it: not a number, an empty or too long text.</summary>
    Refused,

    /// <summary>The operator was not reached; trying again cannot make two of it.</summary>
    NotReached,

    /// <summary>The operator was asked and did not answer.</summary>
    Uncertain,
}
