using System.Text;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Mail;

/// <summary>AUTH PLAIN, else LOGIN; both send the password as it is, hence only under TLS or on this machine.</summary>
internal sealed class SmtpSignIn(SmtpOptions options, bool encrypted)
{
    public async Task<MailDelivery?> RunAsync(SmtpConnection connection, CancellationToken total)
    {
        if (!encrypted && !connection.IsLocal) throw new SmtpFaultException(MailFault.NotSecure);

        var ways = (connection.Offers.Offer("AUTH") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] lines = ways switch
        {
            _ when ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase) => [$"AUTH PLAIN {Base64($"\0{options.UserName}\0{options.Password}")}"],
            _ when ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase) => ["AUTH LOGIN", Base64(options.UserName), Base64(options.Password)],
            _ => throw new SmtpFaultException(MailFault.NoSignIn),
        };
        return await SayAsync(lines, connection, total);
    }

    private static async Task<MailDelivery?> SayAsync(string[] lines, SmtpConnection connection, CancellationToken total)
    {
        SmtpReply reply = new(0, []);
        foreach (var line in lines)
        {
            reply = await connection.AskAsync(line, total);
            if (SmtpVerdict.Of(SmtpStep.SignIn, reply.Code) is { } refused) return refused;
        }
        // 334 to the last line asks for more than there is to say.
        return reply.IsPositive ? null : throw new SmtpFaultException(MailFault.ProtocolBroken);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
