using System.Globalization;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Kernel;

public sealed class TurkishTextTests
{
    public static TheoryData<string, string> Folds => new()
    {
        { "Iğdır", "igdir" }, { "Isparta", "isparta" }, { "İstanbul", "istanbul" }, { "İzmir", "izmir" }, { "Diyarbakır", "diyarbakir" },
        { "Şırnak", "sirnak" }, { "Çorum", "corum" }, { "Ağrı", "agri" }, { "Kırıkkale", "kirikkale" }, { "Gümüşhane", "gumushane" },
        { "şikâyet", "sikayet" }, { "şikayet", "sikayet" }, { "Hakkâri", "hakkari" }, { "kayıtsız", "kayitsiz" }, { "IŞIL", "isil" },
        { "İLKER", "ilker" }, { "ÇÖP", "cop" }, { "Ümraniye", "umraniye" }, { "Bağcılar", "bagcilar" }, { "Üsküdar", "uskudar" },
        { "dilekçe", "dilekce" }, { "kâğıt", "kagit" }, { "TITLE", "title" }, { "i̇stanbul", "istanbul" },
        { "I\u0307STANBUL", "istanbul" }, { "S\u0327irin", "sirin" }, { "", "" }, { "2026-0041873-5", "2026-0041873-5" },
    };

    [Theory]
    [MemberData(nameof(Folds))]
    public void Folding_gives_the_one_search_form(string text, string expected) => TurkishFold.Of(text).Should().Be(expected);

    [Theory]
    [MemberData(nameof(Folds))]
    public void Case_and_a_second_folding_change_nothing(string text, string expected)
    {
        TurkishFold.Of(TurkishWords.Upper(text)).Should().Be(expected);
        TurkishFold.Of(TurkishFold.Of(text)).Should().Be(expected);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    [InlineData("")]
    public void The_servers_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            TurkishFold.Of("ISPARTA İL").Should().Be("isparta il");
            TurkishWords.Upper("ışık i").Should().Be("IŞIK İ");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_search_is_folded_not_thrown() => TurkishFold.Of("a\uD83Db").Should().Be("a\uFFFDb");

    [Fact]
    public void Sort_keys_put_places_into_Turkish_order_by_plain_comparison()
    {
        string[] ordered =
        [
            "Ağrı", "Bağcılar", "Çorum", "Diyarbakır", "Gümüşhane", "Hakkâri", "Iğdır", "Isparta", "İstanbul", "İzmir",
            "Kırıkkale", "Şırnak", "Ümraniye", "Üsküdar",
        ];

        ordered.Reverse().OrderBy(TurkishSortKey.Of, StringComparer.Ordinal).Should().Equal(ordered);
    }

    [Fact]
    public void Sort_keys_hold_nothing_a_collation_could_reorder()
    {
        var key = TurkishSortKey.Of("Ömer Şule Çiğdem İsmail Irmak");

        key.Should().MatchRegex("^[0-9a-f]+$");
        (key.Length % 2).Should().Be(0);
    }

    [Fact]
    public void Sort_keys_agree_with_the_Turkish_comparison_of_random_words()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var compare = CultureInfo.GetCultureInfo("tr-TR").CompareInfo;
        for (var round = 0; round < 2_000; round++)
        {
            var (left, right) = (Word(random), Word(random));
            Math.Sign(string.CompareOrdinal(TurkishSortKey.Of(left), TurkishSortKey.Of(right)))
                .Should().Be(Math.Sign(compare.Compare(left, right)), "seed {0}: {1} and {2}", seed, left, right);
        }
    }

    [Theory]
    [InlineData("Işık", "ışık", TurkishMatch.Exact)]
    [InlineData("İSMAİL", "ismail", TurkishMatch.Exact)]
    [InlineData("S\u0327ule", "Şule", TurkishMatch.Exact)]
    [InlineData("ISMAIL", "İsmail", TurkishMatch.Folded)]
    [InlineData("CIGDEM", "Çiğdem", TurkishMatch.Folded)]
    [InlineData("Ömer", "Ümer", TurkishMatch.None)]
    public void Words_are_compared_in_Turkish_capitals_then_folded(string left, string right, TurkishMatch expected) =>
        TurkishWords.Compare(left, right).Should().Be(expected);

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => "aAbcçÇdegğıIiİjoöprsşŞtuüÜz "[random.Next(28)]));
}
