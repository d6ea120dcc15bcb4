using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>One answer of the server. The lines serve to read what EHLO offers and go nowhere else: they may quote addresses.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>What follows a keyword that EHLO offers ("" when nothing does), or null where it is not offered.</summary>
    public string? Offer(string keyword)
    {
        foreach (var line in Lines.Skip(1))
        {
            // Some old servers write AUTH=LOGIN.
            var words = line.Split([' ', '='], 2, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && string.Equals(words[0], keyword, StringComparison.OrdinalIgnoreCase)) return words.Length > 1 ? words[1] : "";
        }
        return null;
    }

    public override string ToString() => $"SMTP {Code}";
}

/// <summary>The conversation cannot go on, for a reason that is nobody's answer.</summary>
internal sealed class SmtpFaultException(MailFault fault) : Exception($"SMTP: {fault}")
{
    public MailFault Fault { get; } = fault;
}
