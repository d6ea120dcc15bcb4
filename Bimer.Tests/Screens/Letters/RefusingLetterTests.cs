using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Letters;

/// <summary>A letter that refuses or turns away names the way against it, and says its reason as text (S47, decision 0084).</summary>
public sealed class RefusingLetterTests
{
    private static readonly Inadmissibility _turnedAway = new(new InadmissibilityReason("BELLI_KONU_YOK", "3071", "m.6/a", "Belli bir konu yok"), "İş belirtilmemiş.");

    private static readonly ReplyLetterFacts Facts = new()
    {
        CaseId = new CaseId(20260041873), Basis = LegalBasis.PetitionAct, FiledAt = new DateTimeOffset(2026, 3, 1, 21, 30, 0, TimeSpan.Zero),
        SignedAt = new DateTimeOffset(2026, 3, 9, 21, 30, 0, TimeSpan.Zero), Institution = "İzmir Valiliği", Unit = "İl Sağlık Müdürlüğü",
        Signatory = "Nuray Işık", SignatoryUnit = "İzmir Valiliği", Body = "<p>Metin.</p>",
    };

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(ReplyVerdict.Favourable, null, false)]
    [InlineData(ReplyVerdict.Unclassified, null, false)]
    [InlineData(ReplyVerdict.Unfavourable, null, true)]
    [InlineData(ReplyVerdict.Unclassified, "3071", true)]
    public void What_refuses_a_petition_names_the_court_and_its_sixty_days(ReplyVerdict? verdict, string? law, bool named)
    {
        var letter = ReplyLetter.Compose(Facts with { Verdict = verdict, Inadmissibility = law is null ? null : _turnedAway }, addressee: null);

        letter.PlainText.Contains("60 gün içinde idare mahkemesinde", StringComparison.Ordinal).Should().Be(named);
        letter.Html.Contains("(2577 sayılı İdari Yargılama Usulü Kanunu m.7 ve m.11)", StringComparison.Ordinal).Should().Be(named);
    }

    [Fact]
    public void Reason_and_ground_are_text_and_never_markup()
    {
        var letter = ReplyLetter.Compose(Facts with { Body = "", Inadmissibility = _turnedAway with { Ground = "<b>İlk</b>\nikinci" } }, addressee: null);

        letter.Html.Should().Contain("<p>Gerekçe: &lt;b&gt;İlk&lt;/b&gt;</p>\r\n<p>ikinci</p>").And.NotContain("<b>");
        letter.PlainText.Should().Contain("Gerekçe: <b>İlk</b>\r\n\r\nikinci\r\n\r\nBaşvurunuz 3071");
    }
}
