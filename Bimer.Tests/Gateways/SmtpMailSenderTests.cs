using System.Collections.Concurrent;
using Bimer.Blazor.Gateways.Mail;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bimer.Tests.Gateways;

public sealed class SmtpMailSenderTests
{
    private const string Citizen = "sukru.cig@posta.example";

    [Fact]
    public async Task A_mail_is_handed_over_once_with_its_own_envelope()
    {
        await using var server = SmtpServer.Start();

        var delivery = await AMail.Sender(server).SendAsync(AMail.To(Citizen), Nothing, default);

        delivery.Should().Be(new MailDelivery.Accepted(250));
        var mail = server.Accepted.Should().ContainSingle().Subject;
        mail.From.Should().Be("geri+0001@bimer.example");
        mail.To.Should().Equal(Citizen);
        server.Commands.Select(line => line.Split(' ')[0]).Should().Equal("EHLO", "MAIL", "RCPT", "DATA", "QUIT");
        server.Commands[0].Should().Be("EHLO bimer.example", "the machine's own name is nobody's business");
    }

    [Fact]
    public async Task A_mail_without_an_address_for_bounces_can_come_back_to_nobody()
    {
        await using var server = SmtpServer.Start();

        var delivery = await AMail.Sender(server).SendAsync(AMail.To(Citizen) with { EnvelopeSender = null }, Nothing, default);

        delivery.Should().Be(new MailDelivery.Accepted(250));
        server.Accepted.Should().ContainSingle().Which.From.Should().BeEmpty("a bounce quotes a recipient who may be hidden, and the institution's mailbox is read by people");
    }

    [Fact]
    public async Task Data_started_is_committed_after_the_server_agreed_and_before_the_first_byte()
    {
        await using var server = SmtpServer.Start();
        var calls = 0;

        await AMail.Sender(server).SendAsync(AMail.To(Citizen), Counting(() =>
        {
            calls++;
            server.Commands[^1].Should().Be("DATA");
            server.MessageBytes.Should().Be(0);
        }), default);

        calls.Should().Be(1);
        server.Accepted.Should().ContainSingle();
    }

    [Fact]
    public async Task A_sender_who_lost_the_right_to_send_stops_the_mail_at_the_last_moment()
    {
        var server = SmtpServer.Start();

        var sending = () => AMail.Sender(server).SendAsync(AMail.To(Citizen), _ => throw new IOException("The lease is another node's."), default);

        await sending.Should().ThrowAsync<IOException>("the caller's own exception must not be mistaken for the network's");
        await server.DisposeAsync();
        server.MessageBytes.Should().Be(0, "the server read to the end of the connection and found nothing behind DATA");
    }

    [Theory]
    [InlineData("ö@posta.example")]
    [InlineData("a@b@posta.example")]
    [InlineData("a@posta.example>\r\nRCPT TO:<b@posta.example")]
    [InlineData("a\0@posta.example")]
    [InlineData("a b@posta.example")]
    [InlineData("a@posta.example\n")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("@posta.example")]
    [InlineData("")]
    public async Task An_impossible_address_is_refused_without_asking_anybody(string address)
    {
        await using var server = SmtpServer.Start();

        var delivery = await AMail.Sender(server).SendAsync(AMail.To(address), Nothing, default);

        delivery.Should().Be(new MailDelivery.PermanentlyRefused(553));
        server.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task A_domain_in_Turkish_letters_travels_in_ASCII()
    {
        await using var server = SmtpServer.Start();

        await AMail.Sender(server).SendAsync(AMail.To("ali@çığ.example"), Nothing, default);

        server.Accepted.Single().To.Should().Equal("ali@xn--7ca6i3b.example");
        server.Accepted.Single().Raw.Should().OnlyContain(octet => octet < 128);
    }

    [Fact]
    public async Task Interleaved_mails_hold_their_own_recipient_and_nothing_of_another()
    {
        var many = Alone.LongForm ? 10_000 : 1_000;
        await using var server = SmtpServer.Start();
        var sender = AMail.Sender(server);

        await Parallel.ForEachAsync(Enumerable.Range(10_000, many), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, ct) =>
            (await sender.SendAsync(Canary(number), Nothing, ct)).Should().Be(new MailDelivery.Accepted(250)));

        server.Accepted.Should().HaveCount(many);
        var seen = new ConcurrentBag<string>();
        foreach (var mail in server.Accepted)
        {
            var read = mail.Read();
            var number = read.Subject[^5..];
            seen.Add(number);
            mail.To.Should().Equal($"kanarya{number}@posta.example");
            string[] places = [read.PlainText, read.Html, read.To, read.MessageId, read.Attachments.Single().FileName, read.Attachments.Single().Text];
            places.Should().OnlyContain(text => CanariesIn(text).Distinct().Single() == number);
        }
        seen.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_log_holds_codes_and_ids_and_nothing_of_the_citizen()
    {
        await using var server = SmtpServer.Start();
        server.Answers[SmtpMoment.Recipient] = 550;
        var log = new RememberingLogger<SmtpMailSender>();

        await AMail.Sender(AMail.Options(server), log).SendAsync(AMail.To(Citizen), Nothing, default);

        log.Lines.Should().ContainSingle().Which.Should().Contain("0001@bimer.example").And.Contain("550").And.NotContain("sukru").And.NotContain("Çığ");
    }

    private static IEnumerable<string> CanariesIn(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "kanarya(?<number>[0-9]{5})", default, TimeSpan.FromSeconds(1)).Select(match => match.Groups["number"].Value);

    private static OutgoingMail Canary(int number) => AMail.To($"kanarya{number}@posta.example", $"kanarya{number} Çığ", $"kanarya{number}") with
    {
        Subject = $"Başvuru kanarya{number}",
        PlainText = $"Sayın kanarya{number}",
        Html = $"<p>Sayın kanarya{number}</p>",
        Attachments = [MailAttachment.OfBytes($"kanarya{number}.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes($"ğ kanarya{number}"))],
    };

    private static Task Nothing(CancellationToken ct) => Task.CompletedTask;

    private static AboutToStartData Counting(Action count) => _ =>
    {
        count();
        return Task.CompletedTask;
    };
}
