namespace Bimer.Blazor.Gateways.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Plain text. For a server on this machine or in a closed network; signing in is then possible on loopback only.</summary>
    None,

    /// <summary>Plain greeting, then STARTTLS (usually port 587). A server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte (usually port 465).</summary>
    Tls,
}

/// <summary>The institution's mail server, section <c>Bimer:Smtp</c>. No host means no SMTP.</summary>
public sealed class SmtpOptions
{
    public const string Section = "Bimer:Smtp";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>A PEM file with the authorities to trust instead of the machine's, for a ministry's own certificates.</summary>
    public string TrustedAuthorities { get; set; } = "";

    /// <summary>Empty: the server asks nobody to sign in.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The mailbox citizens see as the sender; its domain is also the name given in EHLO.</summary>
    public string FromAddress { get; set; } = "";

    public string FromName { get; set; } = "BİMER";

    /// <summary>Longest wait for the connection and its encryption, each.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest wait for the answer to one command.</summary>
    public TimeSpan ReplyTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Longest wait for the answer to the whole message. Generous (RFC 5321 §4.5.3.2.6): giving up here makes a mail
    /// uncertain, and an uncertain mail costs a person's time.
    /// </summary>
    public TimeSpan FinalReplyTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest time for one mail from connecting to the last answer, however busily the server drips.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of the finished message, attachments encoded; a larger one is refused here with 552.</summary>
    public int LargestMessage { get; set; } = 40 * 1024 * 1024;
}
