using System.Text;
using Bimer.Blazor.Mime;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Mime;

/// <summary>What Turkish mail programs send is read as it was meant.</summary>
public sealed class MimeReaderTests
{
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void A_usual_mail_is_read_whole_whatever_ends_its_lines(string end)
    {
        var mail = AMimeMail.Read(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(AMimeMail.Whole).Replace("\r\n", end, StringComparison.Ordinal)));

        mail.Should().BeEquivalentTo(new { MessageId = "bir@posta.example", Subject = "Sokak lambası şikâyeti", From = new { Name = "Müjde Kanarya", Address = "mujde@posta.example" } });
        mail.Texts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { IsHtml = false, Text = "Sokaktaki lamba şığ gündür yanmıyor. Teşekkürler." });
        mail.Files.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "dilekçe eki.pdf", Type = "application/pdf", Content = Documents.Pdf });
    }

    [Theory]
    [InlineData("windows-1254")]
    [InlineData("ISO-8859-9")]
    [InlineData("\"iso-8859-9\"")]
    [InlineData("x-unknown")]
    [InlineData("us-ascii")]
    [InlineData("")]
    public void Turkish_letters_come_out_of_the_charsets_that_carry_them_and_of_wrong_names(string charset)
    {
        var mail = AMimeMail.Of("From: a@b.example", $"Content-Type: text/plain; charset={charset}", "", AMimeMail.Turkish("ĞÜŞİÖÇ ğüşıöç “tırnak” –"));

        AMimeMail.Read(mail).Texts.Single().Text.Should().Be("ĞÜŞİÖÇ ğüşıöç “tırnak” –");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("UTF8")]
    [InlineData("turkish")]
    [InlineData("utf-7")]
    public void What_is_valid_utf_8_is_read_as_that_where_the_name_says_nothing(string charset) =>
        AMimeMail.Read(AMimeMail.Of("From: a@b.example", $"Content-Type: text/plain; charset={charset}", "", AMimeMail.Utf8("İğne +ADw-script+AD4-"))).Texts.Single().Text
            .Should().Be("İğne +ADw-script+AD4-", "UTF-7 would have made a tag of it");

    [Fact]
    public void Raw_letters_in_the_head_are_guessed_and_encoded_words_may_be_cut_in_the_middle_of_a_letter()
    {
        var cut = Encoding.UTF8.GetBytes("şikâyet");
        var words = $"=?utf-8?B?{Convert.ToBase64String(cut[..1])}?=\r\n =?UTF-8?B?{Convert.ToBase64String(cut[1..])}?= var";

        AMimeMail.Read(AMimeMail.Of("From: " + AMimeMail.Turkish("Ayşe Işık") + " <a@b.example>", "Subject: " + words, "", "")).Should()
            .BeEquivalentTo(new { Subject = "şikâyet var", From = new { Name = "Ayşe Işık" } });
        AMimeMail.Read(AMimeMail.Of("From: a@b.example", "Subject: " + AMimeMail.Utf8("Çukur"), "", "")).Subject.Should().Be("Çukur");
    }

    [Theory]
    [InlineData("\"Kaya, Ayşe\" <ayse@posta.example>, b@c.example", "Kaya, Ayşe", "ayse@posta.example")]
    [InlineData("ayse@posta.example (Ayşe Kaya)", "Ayşe Kaya", "ayse@posta.example")]
    [InlineData("ayse@posta.example", "", "ayse@posta.example")]
    [InlineData("=?utf-8?Q?Kaya=2C_Ay=C5=9Fe?= <ayse@posta.example>", "Kaya, Ayşe", "ayse@posta.example")]
    [InlineData("\"a\\\"b\" <x@y.example>", "a\"b", "x@y.example")]
    [InlineData("\"bimer@basbakanlik.example\" <baska@yer.example>", "bimer@basbakanlik.example", "baska@yer.example")]
    [InlineData("Kimse", "Kimse", "")]
    [InlineData("<>", "", "")]
    public void The_first_sender_is_told_with_name_and_address(string line, string name, string address) =>
        AMimeMail.Read(AMimeMail.Of("From: " + AMimeMail.Utf8(line), "", "")).From.Should().BeEquivalentTo(new { Name = name, Address = address });

    [Theory]
    [InlineData("filename=\"dilekçe.pdf\"", "dilekçe.pdf")]
    [InlineData("filename=\"=?utf-8?Q?dilek=C3=A7e.pdf?=\"", "dilekçe.pdf")]
    [InlineData("filename*=iso-8859-9'tr'dilek%E7e.pdf", "dilekçe.pdf")]
    [InlineData("filename*0*=utf-8''dilek%C3; filename*1*=%A7e.pdf", "dilekçe.pdf")]
    [InlineData("filename=\"a;b.pdf\"", "a;b.pdf")]
    [InlineData("filename=dilekce.pdf", "dilekce.pdf")]
    [InlineData("filename*=broken", "broken")]
    public void Names_of_files_come_in_every_way_there_is(string parameter, string name) =>
        AMimeMail.Read(AMimeMail.Of("From: a@b.example", "Content-Type: application/pdf", "Content-Disposition: attachment; " + AMimeMail.Utf8(parameter), "", "x")).Files.Single().Name.Should().Be(name);

    [Fact]
    public void Text_that_was_broken_for_the_way_flows_again()
    {
        var mail = AMimeMail.Read(AMimeMail.Of("From: a@b.example", "Content-Type: text/plain; format=flowed", "", "Bir satir ", "devam ediyor.", " > stuffed", "-- ", "Ad"));

        mail.Texts.Single().Text.Should().Be("Bir satir devam ediyor.\n> stuffed\n-- \nAd");
    }

    [Fact]
    public void A_mail_in_html_alone_and_a_forwarded_one_are_read_too()
    {
        AMimeMail.Read(AMimeMail.Of("From: a@b.example", "Content-Type: text/html", "", "<p>Merhaba</p>")).Texts.Should().ContainSingle(text => text.IsHtml);

        var forwarded = AMimeMail.Read(AMimeMail.Of(
            "From: a@b.example", "Content-Type: multipart/mixed; boundary=x", "", "--x", "", "Ekte.", "--x", "Content-Type: message/rfc822", "", "Subject: Eski", "From: c@d.example", "", "Asil dilek", "--x--"));
        forwarded.Texts.Where(text => text.IsWords).Select(text => text.Text).Should().Equal("Ekte.", "Asil dilek");
        forwarded.Texts[1].Forwarded.Should().Be(new MimeEnvelope(new MimeAddress("", "c@d.example"), "", "Eski"));
        forwarded.Texts[^1].Should().BeSameAs(MimeText.EndOfForwarded);
    }
}
