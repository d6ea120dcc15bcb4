using System.Text.RegularExpressions;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bunit;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Letters;

/// <summary>A letter says what was decided about each item, the same on the screen as in the mail (S54, decision 0102).</summary>
public sealed partial class ItemLetterTests
{
    private static readonly string State = new InadmissibilityReason("DEVLET_SIRRI", "4982", "m.16", "Devlet sırrı").ToString();

    private static readonly ReplyLetterFacts Facts = new()
    {
        CaseId = new CaseId(20260041873), Basis = LegalBasis.InformationAct, FiledAt = new DateTimeOffset(2026, 3, 1, 21, 30, 0, TimeSpan.Zero),
        SignedAt = new DateTimeOffset(2026, 3, 9, 21, 30, 0, TimeSpan.Zero), Institution = "İzmir Valiliği", Unit = "İl Sağlık Müdürlüğü",
        Signatory = "Nuray Işık", SignatoryUnit = "İzmir Valiliği", Body = "<p>Metin.</p>",
        Items = ItemDecisions.Of([new("Bütçe <b>2025</b>", ItemOutcome.Granted), new("Harita", ItemOutcome.Refused, State), new("Liste", ItemOutcome.Elsewhere)]),
    };

    [Fact]
    public async Task The_screen_shows_every_word_of_the_mail_in_its_order_and_quotes_are_text()
    {
        var mail = ReplyLetter.Compose(Facts, addressee: null);
        await using var browser = new BunitContext();

        var shown = browser.Render<LetterSheet>(p => p.Add(sheet => sheet.Facts, Facts));

        Words(shown.Markup).Should().Equal([.. Words(mail.Subject), .. Words(mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..])]);
        mail.Html.Should().Contain("<p>1. Bütçe &lt;b&gt;2025&lt;/b&gt;<br>Karar: Kabul.</p>").And.NotContain("<b>");
        mail.PlainText.Should().Contain("2. Harita\r\nKarar: Ret (4982 sayılı Bilgi Edinme Hakkı Kanunu m.16: Devlet sırrı).\r\n\r\n3. Liste\r\nKarar: Diğer birimin cevabında bildirilecektir.");
    }

    [Theory]
    [InlineData(ItemOutcome.Refused, DisclosureDecision.Granted, true)]
    [InlineData(ItemOutcome.PartlyGranted, null, true)]
    [InlineData(ItemOutcome.Granted, DisclosureDecision.Granted, false)]
    [InlineData(ItemOutcome.Granted, DisclosureDecision.Refused, true)]
    public void What_refuses_an_item_names_the_board_and_its_fifteen_days(ItemOutcome outcome, DisclosureDecision? disclosure, bool named)
    {
        var letter = ReplyLetter.Compose(Facts with { Disclosure = disclosure, Items = ItemDecisions.Of([new("Bütçe", outcome, State, "kısım")]) }, addressee: null);

        letter.PlainText.Contains("15 gün içinde Bilgi Edinme Değerlendirme Kuruluna itiraz", StringComparison.Ordinal).Should().Be(named);
    }

    private static string[] Words(string markup) =>
        System.Net.WebUtility.HtmlDecode(Tags().Replace(markup, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}
