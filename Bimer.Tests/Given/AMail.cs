using System.Text;
using Bimer.Blazor.Gateways.Mail;
using Bimer.Domain.Ports;
using FluentAssertions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bimer.Tests.Given;

/// <summary>A mail to an invented citizen, and a sender that brings it to the <see cref="SmtpServer"/>.</summary>
internal static class AMail
{
    public static readonly DateTimeOffset Date = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(3));

    /// <summary>All headers a mail of ours has, in their order.</summary>
    public static readonly string[] Headers = ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"];

    public static OutgoingMail To(string address, string name = "Şükrü Çığ", string id = "0001") => new()
    {
        MessageId = $"{id}@bimer.example",
        Date = Date,
        EnvelopeSender = $"geri+{id}@bimer.example",
        To = new Mailbox(address, name),
        Subject = "Başvurunuzun cevabı",
        PlainText = "Sayın Çığ,\n\nBaşvurunuz cevaplandı.",
        Html = "<p>Sayın Çığ,</p><p>Başvurunuz cevaplandı.</p>",
    };

    /// <summary>Patient where a test waits for an answer that comes.</summary>
    public static SmtpOptions Options(SmtpServer server, SmtpSecurity security = SmtpSecurity.None) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = security,
        FromAddress = "cevap@bimer.example",
        FromName = "BİMER Merkezi",
    };

    /// <summary>Impatient for the one answer that this server never gives; a busy machine has all its time to get that far.</summary>
    public static SmtpOptions ImpatientOptions(SmtpServer server)
    {
        var options = Options(server);
        if (server.Mode is SmtpMode.HangBeforeBanner or SmtpMode.SlowDripBanner) options.ReplyTimeout = TimeSpan.FromSeconds(1);
        if (server.Mode is SmtpMode.HangAfterData or SmtpMode.SlowDripAfterData) options.FinalReplyTimeout = TimeSpan.FromSeconds(1);
        return options;
    }

    public static IMailSender Sender(SmtpOptions options, ILogger<SmtpMailSender>? logger = null) =>
        new SmtpMailSender(Microsoft.Extensions.Options.Options.Create(options), logger ?? NullLogger<SmtpMailSender>.Instance);

    public static IMailSender Sender(SmtpServer server) => Sender(Options(server));

    /// <summary>Sent, taken, and read again; whatever it holds, it must look harmless on the wire.</summary>
    public static async Task<ReceivedMail> ArrivedAsync(OutgoingMail mail)
    {
        await using var server = SmtpServer.Start();
        (await Sender(server).SendAsync(mail, _ => Task.CompletedTask, default)).Should().Be(new MailDelivery.Accepted(250));

        var arrived = server.Accepted.Should().ContainSingle().Subject;
        arrived.Raw.Should().OnlyContain(octet => (octet >= 32 && octet < 127) || octet == '\t' || octet == '\r' || octet == '\n');
        var lines = Encoding.ASCII.GetString(arrived.Raw).Split("\r\n");
        lines.Should().OnlyContain(line => line.Length <= 76 && !line.Contains('\n') && !line.Contains('\r'));
        var read = arrived.Read();
        return read;
    }
}
