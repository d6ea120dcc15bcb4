using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bimer.Tests.Screens.Letters;

/// <summary>The answering letter: what it says under which law, and that the preview is the letter (U42, G13).</summary>
public sealed class ReplyLetterTests
{
    private static readonly ReplyLetterFacts Facts = new()
    {
        CaseId = new CaseId(20260041873),
        Basis = LegalBasis.PetitionAct,
        FiledAt = new DateTimeOffset(2026, 3, 1, 21, 30, 0, TimeSpan.Zero),
        SignedAt = new DateTimeOffset(2026, 3, 9, 21, 30, 0, TimeSpan.Zero),
        Institution = "İzmir Valiliği",
        Unit = "İl Sağlık Müdürlüğü",
        Signatory = "Nuray Işık",
        SignatoryUnit = "İzmir Valiliği",
        Body = "<p>Armatürler <strong>değiştirildi</strong>.</p><script>alert(1)</script>",
    };

    private static readonly Inadmissibility _turnedAway = new(new InadmissibilityReason("BELLI_KONU_YOK", "3071", "m.6/a", "Belli bir konu yok"), "İş belirtilmemiş.");

    [Fact]
    public void The_letter_says_who_writes_when_about_what_and_under_which_law()
    {
        var letter = ReplyLetter.Compose(Facts, new Addressee("Gül Şen", ApplicantKind.NaturalPerson));

        letter.Subject.Should().Be("2026-0041873-5 sayılı başvurunuz");
        letter.PlainText.Should().StartWith("T.C.\r\nİZMİR VALİLİĞİ\r\nİl Sağlık Müdürlüğü\r\n\r\nSayı: 2026-0041873-5\r\nTarih: 10.03.2026\r\nİlgi: 02.03.2026 tarihli")
            .And.Contain("\r\n\r\nSayın Gül Şen,\r\n\r\nArmatürler değiştirildi.\r\n\r\n").And.Contain("3071 sayılı").And.Contain("Nuray Işık\r\nİzmir Valiliği");
        letter.Html.Should().Contain("<strong>değiştirildi</strong>").And.NotContain("<script").And.Contain("İZMİR VALİLİĞİ<br>İl Sağlık Müdürlüğü");
    }

    [Fact]
    public void Lists_bold_words_and_links_reach_the_citizen_as_they_were_written()
    {
        const string Body = "<p><b>Yapılanlar</b></p><ul><li>direk</li></ul><ol><li>kablo</li></ol><p><a href=\"https://www.example.gov.tr/a\">sayfamız</a></p>";
        var letter = ReplyLetter.Compose(Facts with { Body = Body }, addressee: null);

        letter.Html.Should().Contain("<b>Yapılanlar</b>").And.Contain("<li>direk</li>").And.Contain("<ol>").And.Contain("href=\"https://www.example.gov.tr/a\"");
        letter.PlainText.Should().Contain("• direk").And.Contain("1. kablo").And.Contain("https://www.example.gov.tr/a");
    }

    [Theory]
    [InlineData(LegalBasis.InformationAct, DisclosureDecision.Refused, true)]
    [InlineData(LegalBasis.InformationAct, DisclosureDecision.PartlyGranted, true)]
    [InlineData(LegalBasis.InformationAct, DisclosureDecision.Granted, false)]
    [InlineData(LegalBasis.PetitionAct, null, false)]
    public void A_refusal_of_information_names_the_board_and_its_fifteen_days(LegalBasis basis, DisclosureDecision? disclosure, bool named)
    {
        var letter = ReplyLetter.Compose(Facts with { Basis = basis, Disclosure = disclosure }, addressee: null);

        letter.PlainText.Contains("15 gün içinde Bilgi Edinme Değerlendirme Kuruluna", StringComparison.Ordinal).Should().Be(named);
        letter.Html.Contains("15 gün içinde Bilgi Edinme Değerlendirme Kuruluna", StringComparison.Ordinal).Should().Be(named);
        letter.PlainText.Contains("4982 sayılı", StringComparison.Ordinal).Should().Be(basis == LegalBasis.InformationAct);
    }

    [Fact]
    public void Only_an_answer_that_others_follow_says_so()
    {
        ReplyLetter.Compose(Facts, null).PlainText.Should().NotContain("ayrıca gönderilecektir");
        ReplyLetter.Compose(Facts with { OthersFollow = true }, null).PlainText.Should().Contain("ayrıca gönderilecektir");
        ReplyLetter.Compose(Facts with { OthersFollow = true, IsProgress = true, Verdict = null }, null).PlainText.Should().NotContain("biriminin cevabıdır").And.NotContain("birimin cevabıdır");
    }

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        var letter = ReplyLetter.Compose(Facts with { Signatory = "A <b>B</b>" }, new Addressee("<img src=x>&\"", ApplicantKind.LegalEntity));

        letter.Html.Should().NotContain("<b>").And.NotContain("<img").And.Contain("&lt;img src=x&gt;&amp;");
        letter.PlainText.Should().Contain("Sayın <img src=x>&\" yetkilisi,");
    }

    [Fact]
    public void An_approver_who_reads_English_sees_the_Turkish_letter()
    {
        var (turkish, before) = (ReplyLetter.Compose(Facts, null), CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo("en-US"), new CultureInfo("en-US"));
            ReplyLetter.Compose(Facts, null).Should().Be(turkish);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, before);
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(DisclosureDecision.Refused, true)]
    public async Task The_desk_shows_every_word_of_the_mail_in_its_order(DisclosureDecision? disclosure, bool othersFollow)
    {
        var facts = Facts with
        {
            Disclosure = disclosure, OthersFollow = othersFollow, Basis = disclosure is null ? LegalBasis.PetitionAct : LegalBasis.InformationAct,
            Inadmissibility = othersFollow ? _turnedAway : null, PointsToProsecutor = othersFollow,
        };
        var mail = ReplyLetter.Compose(facts, addressee: null);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());

        var shown = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<LetterSheet>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(LetterSheet.Facts)] = facts }))).ToHtmlString());

        WordsOf(shown).Should().Equal([.. WordsOf(mail.Subject), .. WordsOf(mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..])]);
        shown.Should().Contain("<strong>değiştirildi</strong>").And.NotContain("<script").And.NotContain("style=", "the policy of our pages refuses it");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_preview_is_byte_for_byte_what_the_mail_server_received(bool hidden)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        var routing = await answers.FiledAsync(AnAnsweringOffice.Citizen(), hidden);
        await answers.SubmittedAsync(routing);
        var preview = await PreviewAsync(answers, routing);
        await answers.SignedAsync(routing);
        answers.Office.Clock.Pass(TimeSpan.FromDays(2));

        await new ACourier(answers.Office, AMail.Sender(server)).DrainAsync();

        var sent = server.Accepted.Should().ContainSingle().Which.Read();
        var expected = hidden ? preview : Greeting(preview, "Sayın Şükrüye Çığıroğlu,");
        (sent.Subject, sent.Html, sent.PlainText).Should().Be((expected.Subject, expected.Html, expected.PlainText));
        server.Accepted[0].To.Should().Equal("sukru@vatandas.example");
    }

    [Fact]
    public async Task The_name_of_a_hidden_applicant_stands_nowhere_in_the_mail()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync(hidden: true);

        await new ACourier(answers.Office, AMail.Sender(server)).DrainAsync();

        var mail = server.Accepted.Should().ContainSingle().Subject;
        var everything = string.Join('\n', mail.Read().Raw, mail.Read().Html, mail.Read().PlainText, mail.Read().Subject, mail.Read().To, mail.From);
        everything.Should().NotContainAny("Şükrüye", "Çığıroğlu", "10000000146", "5321234567", "ŞÜKRÜYE", "ÇIĞIROĞLU").And.Contain("Sayın Başvuran,");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Short_messages_hold_the_number_and_nothing_else_hidden_or_not(bool hidden)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        var routing = await answers.AnsweredAsync(hidden: hidden);
        var courier = new ACourier(answers.Office, AMail.Sender(server));

        await courier.DrainAsync(ACourier.ShortMessages);

        var number = new CaseNumber(routing.CaseId).ToString();
        courier.Sms.Sent.Should().BeEquivalentTo(
        [
            ("+905321234567", $"{number} sayili basvurunuz alindi. Durumunu bu sayi ve bu telefonla sorgulayabilirsiniz."),
            ("+905321234567", $"{number} sayili basvurunuz cevaplandi. Cevabi e-posta adresinizden veya sorgulama ekranindan okuyabilirsiniz."),
        ]);
        courier.Sms.Sent.Should().OnlyContain(sms => sms.Text.All(char.IsAscii) && sms.Text.Length <= 160);
    }

    private static async Task<ComposedLetter> PreviewAsync(AnAnsweringOffice answers, RoutingId routing)
    {
        await using var db = await answers.Office.DbAsync();
        var reader = answers.Office.Services.GetRequiredService<ReplyLetterReader>();
        var intended = new IntendedSignature(answers.Approver.UserId, answers.Office.Clock.GetUtcNow(), Disclosure: null);
        return ReplyLetter.Compose((await reader.ReadAsync(db, routing, intended, default))!, addressee: null);
    }

    /// <summary>The one line a preview may not know.</summary>
    private static ComposedLetter Greeting(ComposedLetter preview, string greeting) => preview with
    {
        Html = preview.Html.Replace("Sayın Başvuran,", greeting, StringComparison.Ordinal),
        PlainText = preview.PlainText.Replace("Sayın Başvuran,", greeting, StringComparison.Ordinal),
    };

    // Through a parser: what a reader sees, without markup and line breaks.
    private static string[] WordsOf(string html)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html.Replace("<br>", " ", StringComparison.Ordinal).Replace("</p>", " </p>", StringComparison.Ordinal));
        return document.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
