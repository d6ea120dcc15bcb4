namespace Bimer.Domain.Ports;

/// <summary>How handing over one mail ended. Codes only: what a server says in words may quote an address.</summary>
public abstract record MailDelivery
{
    private MailDelivery()
    {
    }

    /// <summary>The server took the message and answers for it from here (gönderildi).</summary>
    public sealed record Accepted(int Code) : MailDelivery;

    /// <summary>A definite "not now": greylisting, a full mailbox, or a server that refuses everybody. Nothing was taken; try later.</summary>
    public sealed record TemporarilyRefused(int Code) : MailDelivery;

    /// <summary>A definite "never" for this mail: no such mailbox, too large, an impossible address (iletilemedi). A person decides.</summary>
    public sealed record PermanentlyRefused(int Code) : MailDelivery;

    /// <summary>The conversation broke before any byte of the message left; trying again cannot make two of it.</summary>
    public sealed record NotReached(MailFault Fault) : MailDelivery;

    /// <summary>The conversation broke after the message began to leave and before the last answer (belirsiz). Never resent without a person.</summary>
    public sealed record Uncertain(MailFault Fault) : MailDelivery;
}

/// <summary>Why a conversation with a gateway broke.</summary>
public enum MailFault
{
    /// <summary>Nobody listens, the name does not resolve, or the network refuses.</summary>
    NoConnection,

    /// <summary>An answer did not come in its time, or the whole took too long.</summary>
    TimedOut,

    /// <summary>The other side closed or reset the connection.</summary>
    ConnectionLost,

    /// <summary>The other side does not speak the protocol: an endless answer, an answer without a code, a wrong one.</summary>
    ProtocolBroken,

    /// <summary>Encryption was demanded and not offered, or the certificate was not to be trusted.</summary>
    NotSecure,

    /// <summary>The server offers no way to sign in that may be used on this connection.</summary>
    NoSignIn,

    /// <summary>This process was told to stop.</summary>
    Stopped,
}
