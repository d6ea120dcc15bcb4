using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

public sealed class PetitionTextTests
{
    private const string Family = "👨‍👩‍👧‍👦";   // one character to a reader, eleven UTF-16 units

    [Theory]
    [InlineData("a")]
    [InlineData("ğ")]
    [InlineData("g\u0306")]
    [InlineData("q\u0301")]
    [InlineData("😀")]
    public void Six_thousand_characters_are_a_petition_and_one_more_is_not(string character)
    {
        Repeat(character, 6_000).Value!.Characters.Should().Be(6_000);
        Repeat(character, 6_001).Refusal.Should().Be(new Refusal.PetitionTextTooLong(6_001, 6_000));
    }

    [Fact]
    public void The_refusal_says_how_many_have_to_go() =>
        Repeat("a", 6_240).Refusal.Should().BeOfType<Refusal.PetitionTextTooLong>().Which.Over.Should().Be(240);

    [Fact]
    public void A_line_break_is_one_character_however_it_was_sent()
    {
        foreach (var lineBreak in new[] { "\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028" })
        {
            var text = PetitionText.Parse($"bir{lineBreak}iki").Value!;
            text.Value.Should().Be("bir\niki");
            text.Characters.Should().Be(7);
        }
    }

    [Fact]
    public void Few_characters_heaped_with_units_are_refused_apart()
    {
        Repeat(Family, 2_181).IsAccepted.Should().BeTrue();
        Repeat(Family, 2_182).Refusal.Should().Be(new Refusal.PetitionTextTooHeavy(24_002, 24_000));
    }

    [Fact]
    public void A_megabyte_is_counted_and_refused() =>
        Repeat("ğ", 1_000_000).Refusal.Should().Be(new Refusal.PetitionTextTooLong(1_000_000, 6_000));

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u001Bb\u0007", "ab")]
    [InlineData("a\u0080b\u009F", "ab")]
    [InlineData("\uFEFFab\uFFFE", "ab")]
    public void Invisible_characters_are_taken_out_and_counted(string written, string kept)
    {
        var text = PetitionText.Parse(written).Value!;

        text.Value.Should().Be(kept);
        text.RemovedCharacters.Should().Be(written.Length - kept.Length);
    }

    [Fact]
    public void Tabs_blanks_and_direction_marks_stay_as_written()
    {
        var text = PetitionText.Parse("  bir\tiki \u200F \n").Value!;

        text.Value.Should().Be("  bir\tiki \u200F \n");
        text.RemovedCharacters.Should().Be(0);
    }

    [Fact]
    public void Half_a_character_is_refused_with_its_place()
    {
        // Not as theory data: attributes are stored as UTF-8, where half a pair cannot stand.
        foreach (var (written, position) in new[] { ("ab\uD83D", 2), ("\uDE00ab", 0), ("😀\uD83D\uD83D", 2) })
            PetitionText.Parse(written).Refusal.Should().Be(new Refusal.PetitionTextUnreadable(position));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u3000")]
    [InlineData("\u200B\u200E\u00AD")]
    [InlineData("\0\u0007")]
    public void What_nobody_can_see_is_blank(string? written) =>
        PetitionText.Parse(written).Refusal.Should().Be(new Refusal.PetitionTextBlank());

    [Fact]
    public void A_control_character_between_a_letter_and_its_mark_does_not_keep_them_apart() =>
        PetitionText.Parse("g\0\u0306").Value!.Value.Should().Be("ğ");

    [Fact]
    public void Cleaning_a_clean_text_changes_nothing()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        string[] pieces = ["a", "ı", "İ", "g\u0306", "\r\n", "\r", "\n", "\t", " ", "\0", "\u0301", "😀", Family, "\u2028", "\uFEFF", "."];
        for (var round = 0; round < 500; round++)
        {
            var written = "x" + string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var once = PetitionText.Parse(written).Value!;
            var twice = PetitionText.Parse(once.Value).Value!;
            twice.Value.Should().Be(once.Value, "seed {0}", seed);
            twice.RemovedCharacters.Should().Be(0, "seed {0}", seed);
            once.Summary.Should().NotContainAny("\n", "\t");
        }
    }

    [Theory]
    [InlineData("Sokak lambaları iki haftadır yanmamaktadır. Gereğini arz ederim.", "Sokak lambaları iki haftadır yanmamaktadır")]
    [InlineData("\n\n  Köy yolu   bozuk;\tgeçilmiyor.\nGereği", "Köy yolu bozuk; geçilmiyor")]
    [InlineData("Ne zaman onarılacak? Bekliyoruz.", "Ne zaman onarılacak?")]
    [InlineData("Gül Sok. No. 5 önünde çukur var", "Gül Sok. No. 5 önünde çukur var")]
    [InlineData("Sn. Yetkili, T.C. vatandaşı olarak soruyorum", "Sn. Yetkili, T.C. vatandaşı olarak soruyorum")]
    [InlineData("Ödeme 1.250,50 lira eksik yattı. Neden?", "Ödeme 1.250,50 lira eksik yattı")]
    [InlineData("Bekliyoruz...", "Bekliyoruz...")]
    [InlineData("sayın ilgili,\n10 ekim 2026 tarihinde ceza yazıldı.", "10 ekim 2026 tarihinde ceza yazıldı")]
    [InlineData("Merhaba, İYİ GÜNLER! Sokağımız karanlık. Bekliyoruz.", "Sokağımız karanlık")]
    [InlineData("Sayın Valim\nSuyumuz akmıyor", "Suyumuz akmıyor")]
    [InlineData("Sayın yetkili,", "Sayın yetkili,")]
    [InlineData("Sayın Valimizin sözü olan köprü yapılmadı, bekliyoruz", "Sayın Valimizin sözü olan köprü yapılmadı, bekliyoruz")]
    [InlineData(".", ".")]
    public void The_summary_is_the_first_sentence_on_one_line(string written, string summary) =>
        PetitionText.Parse(written).Value!.Summary.Should().Be(summary);

    [Fact]
    public void A_long_sentence_is_cut_between_words_at_120_characters()
    {
        var summary = PetitionText.Parse(string.Join(' ', Enumerable.Repeat("dilekçe", 40))).Value!.Summary;

        summary.Should().EndWith("dilekçe…");
        summary.Length.Should().BeInRange(112, 120);
    }

    [Fact]
    public void A_sentence_without_blanks_is_cut_between_characters()
    {
        var summary = PetitionText.Parse(string.Concat(Enumerable.Repeat(Family, 121))).Value!.Summary;

        summary.Should().Be(string.Concat(Enumerable.Repeat(Family, 119)) + "…");
        PetitionText.Parse(string.Concat(Enumerable.Repeat(Family, 120))).Value!.Summary.Should().NotContain("…");
    }

    [Fact]
    public void A_print_shows_the_length_only() => $"{PetitionText.Parse("gizli").Value}".Should().Be("PetitionText (5)");

    private static Outcome<PetitionText> Repeat(string character, int times) =>
        PetitionText.Parse(string.Concat(Enumerable.Repeat(character, times)));
}
