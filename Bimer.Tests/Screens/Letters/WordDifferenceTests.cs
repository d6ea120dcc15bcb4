using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Shell.Letters;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Letters;

/// <summary>What became of a letter between two rounds, as an approver reads it (S50).</summary>
public sealed class WordDifferenceTests
{
    [Fact]
    public void A_word_that_became_another_stands_beside_it()
    {
        var parts = WordDifference.Of("<p>Armatürler 12 Mart’ta değiştirildi.</p>", "<p>Armatürler <b>15</b> Mart’ta değiştirildi.</p>");

        parts.Should().Equal(
            new DifferencePart(DifferenceKind.Same, "Armatürler "), new DifferencePart(DifferenceKind.Removed, "12"), new DifferencePart(DifferenceKind.Added, "15"), new DifferencePart(DifferenceKind.Same, " Mart’ta değiştirildi."));
    }

    [Fact]
    public void A_phrase_that_became_another_is_one_change_and_not_one_for_each_word()
    {
        var parts = WordDifference.Of("<p>Onarım gelecek ay yapılacak.</p>", "<p>Onarım dün akşam bitti.</p>");

        parts.Where(part => part.Kind != DifferenceKind.Same).Should().Equal(
            new DifferencePart(DifferenceKind.Removed, "gelecek ay yapılacak"), new DifferencePart(DifferenceKind.Added, "dün akşam bitti"));
    }

    [Fact]
    public void Capitals_and_Turkish_letters_are_words_of_their_own() =>
        WordDifference.Of("<p>Ilgın İlçesi</p>", "<p>ılgın ilçesi</p>").Should().NotContain(part => part.Kind == DifferenceKind.Same && part.Text.Trim().Length > 0);

    [Fact]
    public void What_changed_in_its_setting_alone_has_no_other_words() =>
        WordDifference.Of("<p>Gereği yapıldı.</p>", "<p><strong>Gereği</strong> yapıldı.</p>").Should().Equal(new DifferencePart(DifferenceKind.Same, "Gereği yapıldı."));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Both_letters_can_be_read_out_of_the_difference_to_the_letter(int seed)
    {
        var dice = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var (older, newer) = (Written(dice, dice.Next(60)), Written(dice, dice.Next(60)));
            Holds(older, newer, $"seed {seed}, round {i}");
        }
    }

    [Fact]
    public void Two_long_letters_with_nothing_in_common_are_compared_line_by_line()
    {
        var dice = new Random(7);
        var (older, newer) = (Written(dice, WordDifference.MostWords * 2), Written(dice, WordDifference.MostWords * 2));

        Holds(older, newer, "seed 7");
        WordDifference.Of(older, newer).Where(part => part.Kind == DifferenceKind.Removed).Should().OnlyContain(part => part.Text.Contains(' '));
    }

    private static void Holds(string older, string newer, string why)
    {
        var parts = WordDifference.Of(older, newer);
        string.Concat(parts.Where(part => part.Kind != DifferenceKind.Added).Select(part => part.Text)).Length.Should().BePositive(why);
        string.Concat(parts.Where(part => part.Kind != DifferenceKind.Removed).Select(part => part.Text)).Should().Be(SafeHtml.PlainTextOf(newer), why);
        // What did not change is told in the newer letter's signs: between words they may differ by the space alone.
        Words(string.Concat(parts.Where(part => part.Kind != DifferenceKind.Added).Select(part => part.Text))).Should().Equal(Words(SafeHtml.PlainTextOf(older)), why);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Written(Random dice, int words)
    {
        string[] known = ["okul", "yol", "su", "İlçe", "ışık", "park.", "sokak,", "dün", "bugün", "(ek)"];
        var paragraphs = Enumerable.Range(0, words + 1).Select(_ => known[dice.Next(known.Length)]).Chunk(7).Select(chunk => $"<p>{string.Join(' ', chunk)}</p>");
        return string.Concat(paragraphs);
    }
}
