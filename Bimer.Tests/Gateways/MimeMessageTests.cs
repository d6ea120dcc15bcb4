using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Gateways;

/// <summary>What arrives at the server, read by a reader that shares nothing with the writer.</summary>
public sealed class MimeMessageTests
{
    [Fact]
    public async Task A_Turkish_subject_and_six_thousand_characters_arrive_exactly()
    {
        const int Seed = 20_260_302;
        var text = TurkishText(new Random(Seed), 6_000);
        var subject = "Çığ düşmesi hakkındaki 2026-0041873-5 sayılı başvurunuzun İçişleri Bakanlığınca verilen cevabı 👍🏽";

        var mail = await AMail.ArrivedAsync(AMail.To("a@posta.example") with { Subject = subject, PlainText = text, Html = $"<pre>{text}</pre>" });

        mail.Subject.Should().Be(subject);
        mail.PlainText.Should().Be(OnTheWire(text), $"seed {Seed}");
        mail.Html.Should().Be(OnTheWire($"<pre>{text}</pre>"));
        mail.From.Should().Be("BİMER Merkezi <cevap@bimer.example>");
        mail.To.Should().Be("Şükrü Çığ <a@posta.example>");
        mail.Header("Date").Should().Be("Mon, 02 Mar 2026 06:00:00 +0000");
        mail.MessageId.Should().Be("<0001@bimer.example>");
        mail.HeaderNames.Should().Equal(AMail.Headers);
    }

    [Fact]
    public async Task Attachments_arrive_byte_for_byte_under_their_own_names()
    {
        byte[] pdf = [.. "%PDF-1.7\n"u8, .. Bytes(200_003, 1)];
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. Bytes(57 * 1_024 * 2, 2), 0xFF, 0xD9];
        var longName = string.Concat(Enumerable.Repeat("Çok uzun bir ek adı ", 7)) + "son.jpg";

        var mail = await AMail.ArrivedAsync(AMail.To("a@posta.example") with
        {
            Attachments =
            [
                MailAttachment.OfBytes("Cevap yazısı (imzalı) %20 'ğ'.pdf", "application/pdf", pdf),
                MailAttachment.OfBytes(longName, "image/jpeg", jpeg),
                MailAttachment.OfBytes("boş.txt", "text/plain", ReadOnlyMemory<byte>.Empty),
            ],
        });

        mail.ContentType.Should().Be("multipart/mixed");
        mail.Parts[0].ContentType.Should().Be("multipart/alternative");
        mail.Attachments.Select(file => file.FileName).Should().Equal("Cevap yazısı (imzalı) %20 'ğ'.pdf", longName, "boş.txt");
        mail.Attachments[0].Content.Should().Equal(pdf);
        mail.Attachments[1].Content.Should().Equal(jpeg);
        mail.Attachments[2].Content.Should().BeEmpty();
        mail.Attachments[0].ContentType.Should().Be("application/pdf");
    }

    [Theory]
    [InlineData(".")]
    [InlineData(".\n..\n...\n.son")]
    [InlineData("\n.\nMAIL FROM:<x@posta.example>\n")]
    [InlineData("satır sonu boşluk \nsekme\t\n \n")]
    [InlineData("eşit = işareti =3D =C5=9F ve sonda =")]
    [InlineData("--=_a_0011\n--=_m_0011--")]
    [InlineData("From bir satır\n\n\n")]
    public async Task Lines_that_mean_something_to_mail_arrive_as_text(string text)
    {
        var mail = await AMail.ArrivedAsync(AMail.To("a@posta.example") with { PlainText = text, Html = text });

        mail.PlainText.Should().Be(OnTheWire(text));
        mail.Html.Should().Be(OnTheWire(text));
    }

    [Fact]
    public async Task A_line_of_any_length_arrives_in_one_piece_though_no_line_on_the_wire_is_long()
    {
        var text = $"{new string('x', 998)}\n{new string('ş', 5_000)}\n{string.Concat(Enumerable.Repeat(". =", 700))}";

        var mail = await AMail.ArrivedAsync(AMail.To("a@posta.example") with { PlainText = text });

        mail.PlainText.Should().Be(OnTheWire(text));
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_refused_before_it_is_offered()
    {
        await using var server = SmtpServer.Start();
        server.Offers = ["SIZE 100000"];
        var mail = AMail.To("a@posta.example") with { Attachments = [MailAttachment.OfBytes("a.bin", "application/pdf", new byte[80_000])] };

        (await AMail.Sender(server).SendAsync(mail, _ => Task.CompletedTask, default)).Should().Be(new MailDelivery.PermanentlyRefused(552));

        server.Commands.Should().NotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_larger_than_the_house_allows_is_refused_without_asking_anybody()
    {
        await using var server = SmtpServer.Start();
        var options = AMail.Options(server);
        options.LargestMessage = 70_000;
        var mail = AMail.To("a@posta.example") with { Attachments = [MailAttachment.OfBytes("a.bin", "application/pdf", new byte[80_000])] };

        (await AMail.Sender(options).SendAsync(mail, _ => Task.CompletedTask, default)).Should().Be(new MailDelivery.PermanentlyRefused(552));

        server.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task An_attachment_that_cannot_be_opened_stops_the_mail_before_anybody_is_asked()
    {
        await using var server = SmtpServer.Start();
        var mail = AMail.To("a@posta.example") with { Attachments = [new MailAttachment("a.pdf", "application/pdf", _ => throw new FileNotFoundException())] };

        var sending = () => AMail.Sender(server).SendAsync(mail, _ => Task.CompletedTask, default);

        await sending.Should().ThrowAsync<FileNotFoundException>();
        server.Commands.Should().BeEmpty();
    }

    /// <summary>Line breaks travel as CRLF whatever they were; everything else must be untouched.</summary>
    private static string OnTheWire(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string TurkishText(Random random, int length)
    {
        const string Letters = "abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ0123456789 .,;:=?!'\"()\n\t";
        return string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));
    }
}
