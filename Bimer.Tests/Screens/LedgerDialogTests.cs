using System.Globalization;
using Bimer.Blazor.Workspace.CaseDetail.Clocking;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The ledger of days as its reader sees it: sentences with their articles, every day with its kind, calendar leaves.</summary>
public sealed class LedgerDialogTests
{
    private static readonly DateOnly May18 = new(2026, 5, 18);

    [Fact]
    public void An_information_request_before_Kurban_is_explained_with_its_articles()
    {
        var sheet = Read(DeadlineTerms.Received(LegalBasis.InformationAct, May18));

        sheet.Sentences.Should().Equal(
            "Başvuru 18 Mayıs 2026 Pazartesi günü alındı; bu gün sayılmaz.",
            "4982 m.11: on beş iş günü sayılır.",
            "Sayılmayan hafta sonu günü: 5 (657 m.99).",
            "Sayılmayan tatil günü: 5: Atatürk'ü Anma, Gençlik ve Spor Bayramı (2429 m.2/A), Kurban Bayramı 1. gün (2429 m.2/B-2), Kurban Bayramı 2. gün (2429 m.2/B-2), Kurban Bayramı 3. gün (2429 m.2/B-2), Kurban Bayramı 4. gün (2429 m.2/B-2).",
            "Yarım gün iş günü sayılır: Kurban Bayramı arifesi (2429 m.2/B-2).",
            "Son gün 12 Haziran 2026 Cuma; süre gün sonunda biter.",
            "Beklemeye alma yasal süreyi durdurmaz.");
    }

    [Fact]
    public void A_petition_whose_thirtieth_day_is_free_shows_where_its_last_day_went()
    {
        var sheet = Read(DeadlineTerms.Received(LegalBasis.PetitionAct, new(2026, 4, 27)));

        sheet.Sentences.Should().Contain("Otuzuncu gün 27 Mayıs 2026 Çarşamba: Kurban Bayramı 1. gün (2429 m.2/B-2). Son gün, çalışılan ilk güne kaydı.");
        sheet.Days.Where(day => day.Css is "moved").Select(day => day.Day.Day).Should().Equal(28, 29, 30, 31, 1);
        sheet.Days[^1].Should().BeEquivalentTo(new { Day = new DateOnly(2026, 6, 1), IsLast = true, Words = "son gün buraya kaydı", Count = (int?)null });
        sheet.Days[5].Words.Should().Be("5. gün, hafta sonu");
    }

    [Fact]
    public void A_day_that_ends_at_one_says_so()
    {
        var sheet = Read(DeadlineTerms.Received(LegalBasis.InformationAct, new(2026, 5, 4)));

        sheet.Sentences.Should().Contain("Son gün 26 Mayıs 2026 Salı; yarım gün olduğu için süre saat 13.00’te biter.");
        sheet.Days[^1].Should().BeEquivalentTo(new { Css = "half", Words = "15. iş günü, yarım gün, Kurban Bayramı arifesi, son gün", Article = "2429 m.2/B-2", Count = 15 });
    }

    [Fact]
    public void A_fee_is_told_with_the_days_that_stood_still()
    {
        var terms = DeadlineTerms.Received(LegalBasis.InformationAct, new(2026, 11, 2)).NotifyFee(new(2026, 11, 6), FeeClock.Restart, ACalendar.Shipped).Value!.PayFee(new(2026, 11, 16)).Value!;

        var sheet = Read(terms);

        sheet.Sentences.Should().Contain(["4982 m.10, m.11: ücret 06.11.2026 tarihinde bildirildi; süre kesildi.", "Ücret 16.11.2026 tarihinde ödendi; süre ertesi gün yeniden başladı."]);
        sheet.Days.Count(day => day.Css is "fee").Should().Be(10);
        sheet.Kinds.Should().Equal("receipt", "counted", "fee", "weekend");
    }

    [Fact]
    public void Leaves_begin_on_Monday_and_hold_every_day_once()
    {
        var sheet = Read(DeadlineTerms.Received(LegalBasis.InformationAct, May18));

        sheet.Months.Select(month => month.Name).Should().Equal("Mayıs 2026", "Haziran 2026");
        sheet.Months[0].Weeks.Should().HaveCount(5).And.OnlyContain(week => week.Days.Count == 7);
        sheet.Months[0].Weeks[0].Days.Select(cell => cell.Number).Should().Equal(null, null, null, null, 1, 2, 3);
        sheet.Months.SelectMany(month => month.Weeks).SelectMany(week => week.Days).Select(cell => cell.Day).OfType<LedgerDay>().Should().Equal(sheet.Days);
        sheet.Days.Single(day => day.IsToday).Day.Should().Be(new DateOnly(2026, 5, 20));
    }

    [Fact]
    public void English_says_the_same()
    {
        var sheet = Read(DeadlineTerms.Received(LegalBasis.PetitionAct, new(2026, 11, 11)), "en");

        sheet.Sentences[^2].Should().Be("The last day is Friday, 11 December 2026; the time ends with the day.");
        sheet.Days[3].Words.Should().Be("day 3, weekend");
    }

    private static LedgerSheet Read(DeadlineTerms terms, string language = "tr")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);   // flows with this test alone
        var words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<LedgerWords>>();
        return new LedgerReader(ACalendar.Shipped, words).Read(DeadlineLedger.Of(terms, ACalendar.Shipped), new(2026, 5, 20));
    }
}
