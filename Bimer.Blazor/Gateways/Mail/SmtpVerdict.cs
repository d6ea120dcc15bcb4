using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>Where in the conversation an answer came.</summary>
internal enum SmtpStep
{
    Greeting,
    Hello,
    StartTls,
    SignIn,
    Sender,
    Recipient,
    Data,
    Message,
}

/// <summary>What an answer code means at its place. The one table; tested code by code.</summary>
internal static class SmtpVerdict
{
    /// <summary>Null: go on.</summary>
    public static MailDelivery? Of(SmtpStep step, int code) => step switch
    {
        SmtpStep.Message when code is >= 200 and < 300 => new MailDelivery.Accepted(code),
        SmtpStep.Message when code is < 400 => new MailDelivery.Uncertain(MailFault.ProtocolBroken),
        SmtpStep.Data when code == 354 => null,
        SmtpStep.SignIn when code is 235 or 334 => null,
        not SmtpStep.Data when code is >= 200 and < 300 => null,
        _ when code < 400 => new MailDelivery.NotReached(MailFault.ProtocolBroken),
        _ when code >= 500 && IsAboutThisMail(step, code) => new MailDelivery.PermanentlyRefused(code),
        _ => new MailDelivery.TemporarilyRefused(code),
    };

    /// <summary>
    /// A "never" to the greeting, the encryption or the password concerns us, not this citizen's mail: a wrong
    /// configuration must not turn a queue of answers into failed ones. 53x says "sign in first" at any place, and
    /// 552 to a recipient is a full mailbox (RFC 5321 §4.5.3.1.10 reads it as 452).
    /// </summary>
    private static bool IsAboutThisMail(SmtpStep step, int code) =>
        step >= SmtpStep.Sender && code is not (530 or 534 or 535 or 538) && (step, code) is not (SmtpStep.Recipient, 552);
}
