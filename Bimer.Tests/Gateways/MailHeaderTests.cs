using System.Globalization;
using System.Text;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Gateways;

/// <summary>C8: nothing a person wrote becomes a header, a path or a turned-round name.</summary>
public sealed class MailHeaderTests
{
    public static TheoryData<string> HostileTexts =>
    [
        "Konu\r\nBcc: herkes@posta.example", "Konu\nBcc: x@posta.example", "Konu\rBcc: x@posta.example", "Konu\0Bcc: x",
        "Konu\u2028Bcc: x", "Konu\u2029Bcc: x", "Konu\u0085Bcc: x", "Konu\v\f\u001b[31mBcc", "\r\n\r\nGövde", "\r\n.\r\nMAIL FROM:<x@y>",
        "=?utf-8?B?QmNjOiB4?=", "=?utf-8?Q?=0D=0ABcc:_x?= =?utf-8?B?", "rapor\u202Efdp.exe", "\"Ad\" <x@posta.example>, y@posta.example",
        "a\\\"b", "(yorum) Ad; Soyad: ,", "   ", "", "\ud800 yarım", "👨‍👩‍👧‍👦 ailesi", "İıŞşĞğÇçÖöÜü",
        new string('ğ', 2_000), new string('a', 2_000), string.Join(' ', Enumerable.Repeat("=?", 400)),
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task No_subject_name_or_file_name_makes_a_header_of_its_own(string hostile)
    {
        var mail = await AMail.ArrivedAsync(AMail.To("a@posta.example", hostile) with
        {
            Subject = hostile,
            From = new Mailbox("cevap@bimer.example", hostile),
            Attachments = [MailAttachment.OfBytes(hostile, "text/plain\r\nX-Evil: 1", "içerik"u8.ToArray())],
        });

        mail.HeaderNames.Should().Equal(AMail.Headers);
        mail.To.Should().EndWith("<a@posta.example>");
        mail.Subject.Should().Be(Expected(hostile));
        mail.Attachments.Should().ContainSingle().Which.HeaderNames.Should().Equal("Content-Type", "Content-Transfer-Encoding", "Content-Disposition");
        mail.Attachments[0].ContentType.Should().Be("application/octet-stream");
        mail.Attachments[0].Text.Should().Be("içerik");
        mail.Attachments[0].FileName.Should().NotBeEmpty().And.NotContainAny("/", "\\", "\r", "\n", "\0", "\u202E");
    }

    [Theory]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("C:\\Windows\\a.pdf", "C:_Windows_a.pdf")]
    [InlineData("...", "ek")]
    public async Task A_file_name_is_no_path(string name, string expected)
    {
        var mail = await AMail.ArrivedAsync(AMail.To("a@posta.example") with { Attachments = [MailAttachment.OfBytes(name, "application/pdf", new byte[1])] });

        mail.Attachments.Single().FileName.Should().Be(expected);
    }

    [Theory]
    [InlineData("id@bimer.example>\r\nBcc: x@y")]
    [InlineData("id")]
    [InlineData("<id@bimer.example>")]
    public async Task A_message_id_that_is_none_is_a_mistake_of_ours(string id)
    {
        await using var server = SmtpServer.Start();

        var sending = () => AMail.Sender(server).SendAsync(AMail.To("a@posta.example") with { MessageId = id }, _ => Task.CompletedTask, default);

        await sending.Should().ThrowAsync<ArgumentException>();
        server.Commands.Should().BeEmpty();
    }

    private static string Expected(string hostile)
    {
        var expected = new StringBuilder();
        foreach (var rune in hostile.EnumerateRunes())
        {
            var harmless = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune.Value != 0x202E;
            expected.Append(harmless ? rune.ToString() : " ");
        }
        return expected.ToString().Trim();
    }
}
