using System.Text;
using Bimer.Blazor.Mime;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Mime;

/// <summary>Mails made to break a reader: each is read or refused with a fact, none throws, none takes long.</summary>
public sealed class MimeHostileTests(ITestOutputHelper output)
{
    [Fact]
    public void Parts_within_parts_without_end_are_refused_by_their_depth()
    {
        var mail = new StringBuilder("From: a@b.example\r\n");
        for (var i = 0; i < 5_000; i++) mail.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\r\n\r\n--b").Append(i).Append("\r\n");

        RefusalOf(mail).Should().Be(new Refusal.MailUnreadable(MailFlaw.TooDeep, AMimeMail.Limits.Depth));
    }

    [Fact]
    public void A_mail_forwarded_in_itself_without_end_is_refused_too()
    {
        var mail = new StringBuilder("From: a@b.example\r\n");
        for (var i = 0; i < 5_000; i++) mail.Append("Content-Type: message/rfc822\r\n\r\n");

        RefusalOf(mail).Should().Be(new Refusal.MailUnreadable(MailFlaw.TooDeep, AMimeMail.Limits.Depth));
    }

    [Fact]
    public void The_deepest_mail_that_may_be_is_read_and_one_more_around_it_is_not()
    {
        static byte[] Within(int mails) => AMimeMail.Of(
            [.. Enumerable.Repeat("Content-Type: message/rfc822\r\n", mails), "Content-Type: text/plain", "", "Sokak lambası yanmıyor."]);

        AMimeMail.Try(Within(AMimeMail.Limits.Depth - 1)).Refusal.Should().BeNull();
        AMimeMail.Try(Within(AMimeMail.Limits.Depth)).Refusal.Should().Be(new Refusal.MailUnreadable(MailFlaw.TooDeep, AMimeMail.Limits.Depth));
    }

    [Fact]
    public void A_text_too_long_for_a_letter_stays_the_file_it_is()
    {
        static byte[] Of(int bytes) => AMimeMail.Of("Content-Type: text/plain; format=flowed", "", new string('\n', bytes));

        AMimeMail.Read(Of(AMimeMail.Limits.TextBytes)).Files.Should().BeEmpty();
        var message = AMimeMail.Read(Of(AMimeMail.Limits.TextBytes + 1));
        (message.Texts.Count, message.Files.Single().Content.Length).Should().Be((0, AMimeMail.Limits.TextBytes + 1));
    }

    [Fact]
    public void Very_many_parts_are_refused_by_their_number()
    {
        var mail = new StringBuilder("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (var i = 0; i < 100_000; i++) mail.Append("--b\r\n\r\nx\r\n");

        RefusalOf(mail).Should().Be(new Refusal.MailUnreadable(MailFlaw.TooManyParts, AMimeMail.Limits.Parts));
    }

    [Fact]
    public void A_head_without_end_is_refused_by_its_size_in_one_line_or_in_many()
    {
        var fact = new Refusal.MailUnreadable(MailFlaw.HeadTooLarge, AMimeMail.Limits.HeadBytes);

        RefusalOf(new StringBuilder("Subject: ").Append('a', 1_000_000)).Should().Be(fact);
        RefusalOf(new StringBuilder("Subject: a").Insert(10, "\r\n b", 200_000)).Should().Be(fact);
        RefusalOf(new StringBuilder().Insert(0, "X: y\r\n", 200_000)).Should().Be(fact);
        RefusalOf(new StringBuilder("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n").Append("X: ").Append('y', 1_000_000)).Should().Be(fact);
    }

    [Fact]
    public void Nothing_or_too_much_is_refused_before_it_is_read()
    {
        AMimeMail.Try([]).Refusal.Should().Be(new Refusal.MailUnreadable(MailFlaw.NoHead, 0));
        AMimeMail.Try(new byte[10_000]).Refusal.Should().BeOfType<Refusal.MailUnreadable>().Which.Flaw.Should().Be(MailFlaw.NoHead);
        new MimeReader(new MimeLimits(Bytes: 100)).Read(new byte[101]).Refusal.Should().Be(new Refusal.MailUnreadable(MailFlaw.TooLarge, 100));
        new MimeReader(new MimeLimits(Bytes: AMimeMail.Whole.Length)).Read(AMimeMail.Whole).IsAccepted.Should().BeTrue("the last byte still counts");
    }

    [Fact]
    public void A_boundary_within_base64_or_longer_than_it_is_divides_nothing()
    {
        var mail = AMimeMail.Read(AMimeMail.Of(
            "From: a@b.example", "Content-Type: multipart/mixed; boundary=aa", "", "--aa", "Content-Transfer-Encoding: base64", "", "U29r--aa", "--aab", "YWs=", "--aa--", "sonra"));

        mail.Texts.Single().Text.Should().StartWith("Sok");
        mail.Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed")]
    [InlineData("Content-Type: multipart/mixed; boundary=")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"hic gelmez\"")]
    [InlineData("Content-Type: ;;;;=;\"")]
    [InlineData("Content-Type:")]
    [InlineData("Content-Transfer-Encoding: x-none")]
    public void Without_a_boundary_or_a_sound_type_what_is_there_is_text(string line) =>
        AMimeMail.Read(AMimeMail.Of("From: a@b.example", line, "", "--x", "Dilekcem")).Texts.Single().Text.Should().Contain("Dilekcem");

    [Fact]
    public void A_torn_mail_gives_what_is_there()
    {
        var whole = AMimeMail.Whole;

        for (var length = 60; length < whole.Length; length += 7) AMimeMail.Try(whole[..length]).IsAccepted.Should().BeTrue("it was cut at {0}", length);
        AMimeMail.Read(whole[..^30]).Texts.Single().Text.Should().Contain("Teşekkürler");
    }

    [Fact]
    public void NUL_and_other_controls_leave_the_words_and_no_line_break_comes_into_a_head()
    {
        var mail = AMimeMail.Read(AMimeMail.Of("From: a@b.example", "Subject: a\0b =?utf-8?Q?c=0D=0ABcc:_d@e.example?= \u0007", "", "metin\0 sonu"));

        mail.Subject.Should().Be("ab c  Bcc: d@e.example");
        mail.Texts.Single().Text.Should().Be("metin sonu");
    }

    [Fact]
    public void Encoded_words_by_the_thousand_and_broken_ones_take_no_time()
    {
        var mail = new StringBuilder("From: a@b.example\r\nSubject: ");
        for (var i = 0; i < 8_000; i++) mail.Append("=?utf-8?Q?a?= ").Append("=?x?Q ").Append("=?");

        AMimeMail.Read(Encoding.Latin1.GetBytes(mail.Append("\r\n\r\n").ToString())).Subject.Should().NotBeEmpty();
    }

    [Fact]
    public void Whatever_is_changed_in_a_mail_the_reader_answers()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string[] splinters = ["\r\n\r\n", "--dis", "--ic--", "\0", "=?", "?=", "\"", ";", "boundary=", "Content-Type: multipart/mixed; boundary=dis\r\n", "message/rfc822", "*0*=", "%", "=", "\xFF\xFE"];

        for (var round = 0; round < 3_000; round++)
        {
            List<byte> mail = [.. AMimeMail.Whole];
            for (var change = random.Next(1, 12); change > 0; change--) Change(mail, random, splinters);
            var act = () => AMimeMail.Try([.. mail]);
            act.Should().NotThrow("round {0} of seed {1} must be read or refused", round, seed);
        }
    }

    private static void Change(List<byte> mail, Random random, string[] splinters)
    {
        var at = random.Next(mail.Count);
        switch (random.Next(4))
        {
            case 0: mail[at] = (byte)random.Next(256); break;
            case 1: mail.RemoveRange(at, Math.Min(random.Next(1, 40), mail.Count - at - 1)); break;
            case 2: mail.InsertRange(at, mail.GetRange(at, Math.Min(random.Next(1, 200), mail.Count - at))); break;
            default: mail.InsertRange(at, Encoding.Latin1.GetBytes(splinters[random.Next(splinters.Length)])); break;
        }
    }

    private static Refusal? RefusalOf(StringBuilder mail) => AMimeMail.Try(Encoding.Latin1.GetBytes(mail.ToString())).Refusal;
}
