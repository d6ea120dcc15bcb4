using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Searching;

/// <summary>What somebody typed becomes words, and each word says what it finds.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("ısparta", "ISPARTA")]
    [InlineData("istanbul", "İSTANBUL’da")]
    [InlineData("sikayet", "Şikâyetim")]
    [InlineData("ŞİKÂYET", "şikayeti")]
    [InlineData("ğıdır", "GIDIR")]
    [InlineData("lamba", "lambaları")]
    [InlineData("belediyenin", "belediye")]
    [InlineData("0041873", "41873")]
    [InlineData("s\u0327ube", "şubesi")]
    [InlineData("Жалоба", "жалоба")]
    public void A_word_finds_what_begins_like_it_however_it_is_written(string typed, string written) =>
        FoldedWords.In(written).Should().Contain(word => SearchText.Parse(typed).Value!.Words[0].Finds(word.Folded));

    [Theory]
    [InlineData("kırıkkale", "Kırıkhan")]
    [InlineData("su", "sulama")]
    [InlineData("418", "41873")]
    [InlineData("yol", "bol")]
    public void It_finds_nothing_else(string typed, string written) =>
        FoldedWords.In(written).Should().NotContain(word => SearchText.Parse(typed).Value!.Words[0].Finds(word.Folded));

    [Fact]
    public void The_short_way_of_folding_says_what_the_fold_says()
    {
        for (var letter = '\u0021'; letter < '\u0250'; letter++)
        {
            if (char.IsLetterOrDigit(letter)) FoldedWords.In("a" + letter).Single().Folded.Should().Be(TurkishFold.Of("a" + letter), $"of U+{(int)letter:X4}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("%")]
    [InlineData("\"*\" ^ - ( ) : _ \\ ' ;")]
    [InlineData("\ud83d\ude00")]
    public void Without_a_letter_or_a_digit_there_is_nothing_to_look_for(string? typed) =>
        SearchText.Parse(typed).Refusal.Should().BeOfType<Refusal.SearchHasNoWord>();

    [Theory]
    [InlineData("10000000146")]
    [InlineData("lamba 10000000146")]
    [InlineData("10000000146, lamba")]
    public void Nobody_is_looked_for_by_their_citizen_number(string typed) =>
        SearchText.Parse(typed).Refusal.Should().Be(new Refusal.SearchNamesSomebody());

    [Fact]
    public void The_last_character_and_the_last_word_that_are_read_count_and_the_next_is_told()
    {
        SearchText.Parse(new string('a', SearchText.Longest)).IsAccepted.Should().BeTrue();
        SearchText.Parse(new string('a', SearchText.Longest + 1)).Refusal.Should().Be(new Refusal.SearchTooLong(201, 200));
        SearchText.Parse(new string('a', 10_000)).Refusal.Should().Be(new Refusal.SearchTooLong(10_000, 200));
        SearchText.Parse("a b c d e f g h i j A B C").Value!.Words.Should().HaveCount(10, "the same word twice is one");
        SearchText.Parse("a b c d e f g h i j k").Refusal.Should().Be(new Refusal.SearchHasTooManyWords(11, 10));
    }

    [Theory]
    [InlineData("2026-0041873-5")]
    [InlineData("202600418735")]
    public void A_case_number_is_read_with_and_without_its_hyphens(string typed) =>
        SearchText.Parse(typed).Value!.Words.Select(word => word.Stem).Should().Equal("2026", "41873", "5");

    [Theory]
    [InlineData("2026-0041873-4")]
    [InlineData("2026 0041873 4")]
    [InlineData("202600418734")]
    [InlineData("2026-0000000-1")]
    public void A_mistyped_case_number_is_told_and_its_parts_find_nothing(string typed) =>
        SearchText.Parse(typed).Refusal.Should().BeOfType<Refusal.InvalidCaseNumber>();

    [Theory]
    [InlineData("905321234567")]
    [InlineData("2026-41873")]
    [InlineData("2026-0041873-4 lamba")]
    public void What_only_looks_a_little_like_a_case_number_is_words(string typed) => SearchText.Parse(typed).IsAccepted.Should().BeTrue();

    [Theory]
    [InlineData("su", true)]
    [InlineData("ş lamba", true)]
    [InlineData("lamba", false)]
    [InlineData("12", false)]
    public void A_word_too_short_to_begin_another_is_known(string typed, bool isShort) => SearchText.Parse(typed).Value!.HasShortWord.Should().Be(isShort);

    [Fact]
    public void The_excerpt_stands_around_the_words_and_loses_nothing_of_the_text()
    {
        var text = string.Join(' ', Enumerable.Repeat("başka şeyler", 60)) + " Gül Sokak’taki lambalar yanmıyor " + string.Join(' ', Enumerable.Repeat("ve daha", 60));

        var parts = Excerpt.Of(SearchText.Parse("lamba gul").Value!, text);

        parts.Where(p => p.IsFound).Select(p => p.Text).Should().Equal("Gül", "lambalar");
        text.Should().Contain(string.Concat(parts.Skip(1).SkipLast(1).Select(p => p.Text)), "what is shown is the text itself");
        Excerpt.Of(SearchText.Parse("yok").Value!, text).Should().BeEmpty();
    }

    [Fact]
    public void What_says_it_in_its_first_sentence_and_as_it_was_typed_stands_first()
    {
        var search = SearchText.Parse("lamba").Value!;
        var lengthy = string.Join(' ', Enumerable.Repeat("söz", 400));

        double Of(SearchField field, string text) => SearchRank.Of(search, [(field, text)]);

        Of(SearchField.Summary, "Lamba yanmıyor").Should().BeGreaterThan(Of(SearchField.Text, "Lamba yanmıyor"));
        Of(SearchField.Text, "lamba").Should().BeGreaterThan(Of(SearchField.Text, "lambalar"), "as it was typed");
        Of(SearchField.Text, "lamba lamba").Should().BeGreaterThan(Of(SearchField.Text, "lamba"));
        Of(SearchField.Text, "lamba yanmıyor").Should().BeGreaterThan(Of(SearchField.Text, "lamba " + lengthy), "a long text has to say it more often");
    }
}
