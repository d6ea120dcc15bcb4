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
    [InlineData(SmtpMode.HangBeforeBanner, MailFault.TimedOut)]
    [InlineData(SmtpMode.SlowDripBanner, MailFault.TimedOut)]
    [InlineData(SmtpMode.DropBeforeBanner, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.ResetBeforeData, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.HugeReply, MailFault.ProtocolBroken)]
    [InlineData(SmtpMode.EndlessLine, MailFault.ProtocolBroken)]
    [InlineData(SmtpMode.Gibberish, MailFault.ProtocolBroken)]
    public async Task A_conversation_that_breaks_before_the_message_did_not_reach_the_server(SmtpMode mode, MailFault fault)
    {
        await using var server = SmtpServer.Start();
        server.Mode = mode;
        var calls = 0;

        var delivery = await AMail.Sender(AMail.ImpatientOptions(server)).SendAsync(AMail.To(Citizen), Counting(() => calls++), default);

        delivery.Should().Be(new MailDelivery.NotReached(fault));
        calls.Should().Be(0);
        server.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData(SmtpMode.HangAfterData, MailFault.TimedOut)]
    [InlineData(SmtpMode.SlowDripAfterData, MailFault.TimedOut)]
    [InlineData(SmtpMode.ResetWhileReceiving, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.ResetAfterData, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.AcceptThenDropBefore250, MailFault.ConnectionLost)]
    public async Task A_conversation_that_breaks_after_the_message_began_is_uncertain(SmtpMode mode, MailFault fault)
    {
        await using var server = SmtpServer.Start();
        server.Mode = mode;
        var options = AMail.ImpatientOptions(server);
        var calls = 0;

        var delivery = await AMail.Sender(options).SendAsync(AMail.To(Citizen), Counting(() => calls++), default);

        delivery.Should().Be(new MailDelivery.Uncertain(fault));
        calls.Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_drips_within_every_limit_is_held_to_the_total_one()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.SlowDripAfterData;
        var options = AMail.Options(server);
        options.TotalTimeout = TimeSpan.FromMilliseconds(600);

        var delivery = await AMail.Sender(options).SendAsync(AMail.To(Citizen), Nothing, default);

        delivery.Should().Be(new MailDelivery.Uncertain(MailFault.TimedOut));
    }

    [Fact]
    public async Task A_server_that_hangs_after_250_has_the_mail()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.HangAtQuit;

        var delivery = await AMail.Sender(server).SendAsync(AMail.To(Citizen), Nothing, default);

        delivery.Should().Be(new MailDelivery.Accepted(250));
    }

    [Fact]
    public async Task Nobody_listening_is_not_reached_and_the_next_attempt_succeeds_with_the_same_bytes()
    {
        await using var server = SmtpServer.Start();
        await server.RefuseConnectionsAsync();
        var sender = AMail.Sender(server);

        (await sender.SendAsync(AMail.To(Citizen), Nothing, default)).Should().Be(new MailDelivery.NotReached(MailFault.NoConnection));

        server.AcceptConnections();
        (await sender.SendAsync(AMail.To(Citizen), Nothing, default)).Should().Be(new MailDelivery.Accepted(250));
        (await sender.SendAsync(AMail.To(Citizen), Nothing, default)).Should().Be(new MailDelivery.Accepted(250));
        server.Accepted[0].Raw.Should().Equal(server.Accepted[1].Raw);
    }

    [Fact]
    public async Task Being_told_to_stop_before_the_message_is_a_cancellation()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.HangBeforeBanner;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var sending = () => AMail.Sender(server).SendAsync(AMail.To(Citizen), Nothing, stop.Token);

        await sending.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Being_told_to_stop_after_the_message_began_is_uncertain()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.HangAfterData;
        using var stop = new CancellationTokenSource();

        var sending = AMail.Sender(server).SendAsync(AMail.To(Citizen), Counting(() => stop.CancelAfter(TimeSpan.FromMilliseconds(200))), stop.Token);

        (await sending).Should().Be(new MailDelivery.Uncertain(MailFault.Stopped));
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
        const int Mails = 1_000;
        await using var server = SmtpServer.Start();
        var sender = AMail.Sender(server);

        await Parallel.ForEachAsync(Enumerable.Range(10_000, Mails), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, ct) =>
            (await sender.SendAsync(Canary(number), Nothing, ct)).Should().Be(new MailDelivery.Accepted(250)));

        server.Accepted.Should().HaveCount(Mails);
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
