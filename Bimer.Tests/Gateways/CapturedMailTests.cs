using System.Text;
using Bimer.Blazor.Gateways.Mail;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Gateways;

public sealed class CapturedMailTests : IDisposable
{
    private readonly AFolder _data = new();
    private readonly CapturedMailbox _mailbox;
    private readonly CapturingMailSender _sender;

    public CapturedMailTests()
    {
        _mailbox = new CapturedMailbox(_data.Path);
        _sender = new CapturingMailSender(_mailbox, Options.Create(new SmtpOptions()));
    }

    [Fact]
    public async Task A_captured_mail_reads_back_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Repeat("Şöyle = böyle.\r\n.nokta \t\r\n", 250));
        var file = new byte[120_000];
        new Random(3).NextBytes(file);

        await SendAsync(AMail.To("ali@çığ.example") with
        {
            Subject = new string('ğ', 300) + " 👨‍👩‍👧‍👦",
            PlainText = text,
            Html = $"<p title=\"a=b\">{text}</p>",
            Attachments = [MailAttachment.OfBytes("İmzalı cevap; 'ek' 1.pdf", "application/pdf", file), MailAttachment.OfBytes("not.txt", "text/plain", "ğ"u8.ToArray())],
        });

        var mail = (await _mailbox.NewestFirstAsync(10, default)).Should().ContainSingle().Subject;
        mail.Subject.Should().Be(new string('ğ', 300) + " 👨‍👩‍👧‍👦");
        mail.To.Should().Be("Şükrü Çığ <ali@xn--7ca6i3b.example>");
        mail.From.Should().Be("BİMER <bimer@simulated.invalid>");
        mail.MessageId.Should().Be("0001@bimer.example");
        mail.PlainText.Should().Be(text);
        mail.Html.Should().Be($"<p title=\"a=b\">{text}</p>");
        mail.Attachments.Select(attachment => attachment.FileName).Should().Equal("İmzalı cevap; 'ek' 1.pdf", "not.txt");
        mail.Attachments[0].Content.ToArray().Should().Equal(file);
        mail.Attachments[0].ContentType.Should().Be("application/pdf");
    }

    [Fact]
    public async Task The_file_is_a_mail_any_program_opens_and_holds_its_envelope()
    {
        await SendAsync(AMail.To("a@posta.example"));

        var raw = (await _mailbox.RawAsync(1, default))!;
        Encoding.ASCII.GetString(raw).Should().StartWith("Return-Path: <geri+0001@bimer.example>\r\nDelivered-To: a@posta.example\r\nDate: ");
        ReceivedMail.Parse(raw).Subject.Should().Be("Başvurunuzun cevabı");
        Directory.GetFiles(_data["captured/mail"]).Select(Path.GetFileName).Should().Equal("0000000001.eml");
    }

    [Fact]
    public async Task The_newest_comes_first_and_a_number_that_is_none_finds_nothing()
    {
        foreach (var number in Enumerable.Range(1, 12)) await SendAsync(AMail.To("a@posta.example") with { Subject = $"{number}" });

        (await _mailbox.NewestFirstAsync(3, default)).Select(mail => mail.Subject).Should().Equal("12", "11", "10");
        (await _mailbox.FindAsync(13, default)).Should().BeNull();
        (await _mailbox.RawAsync(0, default)).Should().BeNull();
    }

    [Fact]
    public async Task Mails_captured_at_once_all_stand_there_whole()
    {
        // Threads of their own: the pool starts with two, and two rarely meet at one number.
        await Task.WhenAll(Enumerable.Range(0, 12).Select(thread => Task.Factory.StartNew(
            () => Enumerable.Range(0, 40).ToList().ForEach(number => SendAsync(AMail.To("a@posta.example", id: $"m{thread}.{number}")).GetAwaiter().GetResult()),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        var mails = await _mailbox.NewestFirstAsync(1_000, default);
        mails.Select(mail => mail.MessageId).Should().OnlyHaveUniqueItems().And.HaveCount(480);
        Directory.GetFiles(_data["captured/mail"], "*.tmp").Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_captured_when_data_started_cannot_be_committed()
    {
        var sending = () => _sender.SendAsync(AMail.To("a@posta.example"), _ => throw new InvalidOperationException(), default);

        await sending.Should().ThrowAsync<InvalidOperationException>();
        (await _mailbox.NewestFirstAsync(10, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_impossible_address_is_refused_as_a_real_server_would()
    {
        var delivery = await _sender.SendAsync(AMail.To("ö@posta.example"), _ => Task.CompletedTask, default);

        delivery.Should().Be(new MailDelivery.PermanentlyRefused(553));
    }

    public void Dispose() => _data.Dispose();

    private async Task SendAsync(OutgoingMail mail) =>
        (await _sender.SendAsync(mail, _ => Task.CompletedTask, default)).Should().Be(new MailDelivery.Accepted(250));
}
