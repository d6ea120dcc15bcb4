using Bimer.Domain.Replies;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Replies;

/// <summary>What is found in a letter before it is sent, and what is not (S44, decision 0085).</summary>
public sealed class LetterChecksTests
{
    private const string Petition = "Mahallemizde:\n1. Lambalar yanmıyor.\n2) Yol bozuk.\n3- Park kapalı.\n2026. yıl bitmeden.";

    [Theory]
    [InlineData("Rapor Ek-2 olarak sunulmuştur.", 1, "2")]
    [InlineData("Bakınız: EK – 3.", 2, "3")]
    [InlineData("Ek:1", 0, "1")]
    [InlineData("Rapor Ek-2 olarak sunulmuştur.", 2, null)]
    [InlineData("Bunun için ek 2 gün süre verilmiştir.", 0, null)]
    [InlineData("Bek-2 durağı, ek-2026 sayılı yazı.", 0, null)]
    public void A_number_no_file_has_stops_the_letter(string line, int files, string? number)
    {
        var found = Found(line, files).Where(f => f.Check == LetterCheck.MissingAttachment).ToList();

        found.Select(f => f.Fact).Should().Equal(number is null ? [] : [number]);
        found.Should().NotContain(f => !f.Stops || f.Place != line);
    }

    [Theory]
    [InlineData("10000000146 numaralı kişi başvurmuştur.", LetterCheck.TellsCitizenNumber)]
    [InlineData("Kendisi 0532 123 45 67 numarasından aranmıştır.", LetterCheck.TellsMobile)]
    [InlineData("Bedel TR33 0006 1005 1978 6457 8413 26 hesabına yatırılır.", LetterCheck.TellsIban)]
    [InlineData("Bilgi için 0312 422 10 00 aranabilir, bilgi@kurum.gov.tr adresine yazılabilir.", null)]
    [InlineData("2026-0041873-5 sayılı başvurunuz 05.11.2026 günü incelenmiştir.", null)]
    public void What_tells_of_a_person_in_a_letter_is_told_and_stops_nothing(string line, LetterCheck? check)
    {
        var found = Found(line, 0);

        found.Select(f => (f.Check, f.Place, f.Stops)).Should().Equal(check is { } one ? [(one, line, false)] : []);
    }

    [Theory]
    [InlineData("Tutanak ektedir.", 0, LetterCheck.AttachmentExpected)]
    [InlineData("İLİŞİKTE gönderilmiştir.", 0, LetterCheck.AttachmentExpected)]
    [InlineData("Gereği yapılmıştır.", 1, LetterCheck.AttachmentUnnamed)]
    [InlineData("Dilekçeniz ekindeki belgeler incelenmiştir.", 0, null)]
    [InlineData("Tutanak ektedir.", 1, null)]
    [InlineData("Seyrek ekli olmayan bir iş bekletildi.", 1, null)]
    public void Words_and_files_that_do_not_go_together_are_told_and_stop_nothing(string line, int files, LetterCheck? check)
    {
        var found = Found(line, files);

        found.Select(f => f.Check).Should().Equal(check is { } one ? [one] : []);
        found.Should().NotContain(f => f.Stops);
    }

    [Theory]
    [InlineData("{tarih} tarihinde", true)]
    [InlineData(".....  tarihli yazı", true)]
    [InlineData("____ sayılı", true)]
    [InlineData("XXX Müdürlüğü", true)]
    [InlineData("XX. yüzyıl } ve {", false)]
    [InlineData("İncelendi... ve bitti", false)]
    public void A_place_nobody_filled_stops_the_letter(string line, bool stops) =>
        Found(line).Any(f => f is { Check: LetterCheck.UnfilledPlace, Stops: true }).Should().Be(stops);

    [Theory]
    [InlineData("Sayın Başvuran,", true)]
    [InlineData("SAYIN yetkili", true)]
    [InlineData("Başvurunuz Sayın Valimizce incelenmiştir.", false)]
    public void A_salutation_of_ones_own_is_told(string first, bool told) =>
        Found([first, "Sayın ikinci satır"]).Select(f => f.Check).Should().Equal(told ? [LetterCheck.GreetsTwice] : []);

    [Theory]
    [InlineData("15 gün içinde Bilgi Edinme Değerlendirme Kuruluna itiraz edebilirsiniz.", true)]
    [InlineData("60 gün içinde İDARE MAHKEMESİNDE dava açabilirsiniz.", true)]
    [InlineData("Mahkeme kararı idareye bildirilmiştir.", false)]
    public void Remedies_of_ones_own_are_told(string line, bool told) =>
        Found(line).Select(f => f.Check).Should().Equal(told ? [LetterCheck.RemediesTwice] : []);

    [Theory]
    [InlineData("1. Lambalar değişti.|2. Yol onarıldı.|3. Park açıldı.", null)]
    [InlineData("1. Lambalar değişti.|• Yol onarıldı.", "2, 3")]
    [InlineData("Gereği yapılmıştır.", "1, 2, 3")]
    public void Each_numbered_demand_is_answered_by_its_number(string letter, string? open)
    {
        var found = LetterChecks.Of(new LetterUnderCheck(letter.Split('|'), 0, Petition, IsNotExamined: false));

        found.Where(f => f.Check == LetterCheck.DemandUnanswered).Select(f => f.Fact).Should().Equal(open is null ? [] : [open]);
        LetterChecks.Of(new LetterUnderCheck(letter.Split('|'), 0, Petition, IsNotExamined: true)).Should().BeEmpty("nothing of it was examined");
        LetterChecks.Of(new LetterUnderCheck(letter.Split('|'), 0, "2. sokakta 1. gün\n15. ev", IsNotExamined: false)).Should().BeEmpty("no list counts like that");
    }

    [Theory]
    [InlineData("Talebiniz m.16 uyarınca reddedilmiştir.", true)]
    [InlineData("Kanunun 21 inci maddesi uyarınca", true)]
    [InlineData("19. madde gereği", true)]
    [InlineData("Madde 20 kapsamında", true)]
    [InlineData("Talebiniz 12.03.2026 tarihinde reddedilmiştir.", false)]
    [InlineData("Maddi bir hata yoktur.", false)]
    public void An_article_is_known_in_every_way_it_is_written(string line, bool named) => LetterChecks.NameArticle([line]).Should().Be(named);

    private static IReadOnlyList<LetterFinding> Found(string line, int files = 0) => Found([line], files);

    private static IReadOnlyList<LetterFinding> Found(string[] lines, int files = 0) => LetterChecks.Of(new LetterUnderCheck(lines, files, "Bir istek.", IsNotExamined: false));
}
