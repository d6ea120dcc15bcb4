using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Applicants;

public sealed class MaidenNameTests
{
    [Fact]
    public void Two_different_places_among_the_first_three_are_asked_each_pair_equally_often()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);

        var pairs = Enumerable.Range(0, 3_000).Select(_ => MaidenNameChallenge.Draw(random.Next))
            .GroupBy(c => (c.First, c.Second)).ToDictionary(g => g.Key, g => g.Count());

        pairs.Keys.Should().BeEquivalentTo([(1, 2), (1, 3), (2, 3)], "seed {0}", seed);
        pairs.Values.Should().OnlyContain(n => n > 800 && n < 1_200, "seed {0}", seed);
    }

    [Theory]
    [InlineData("Kılıç", "k", "l", TurkishMatch.Exact)]
    [InlineData("KILIÇ", "K", "L", TurkishMatch.Exact)]
    [InlineData("Şimşek", "ş", "m", TurkishMatch.Exact)]
    [InlineData("Şimşek", "s", "m", TurkishMatch.Folded)]
    [InlineData("Şimşek", "ş", "ş", TurkishMatch.None)]
    [InlineData("Öz-Demir", "ö", "d", TurkishMatch.Exact)]
    [InlineData("Öz", "ö", "", TurkishMatch.Exact)]
    [InlineData("Öz", "ö", "z", TurkishMatch.None)]
    [InlineData("Özer", "ö", "", TurkishMatch.None)]
    [InlineData("", "ö", "", TurkishMatch.None)]
    public void Both_letters_must_stand_at_their_places(string maidenName, string first, string third, TurkishMatch expected)
    {
        var places = MaidenNameChallenge.Restore(1, 3);

        MaidenNameHint.Answer(places, first, third).Value!.Compare(maidenName).Should().Be(expected);
    }

    [Theory]
    [InlineData("Yıldız", "y", "z", TurkishMatch.Exact)]
    [InlineData("İnci", "i", "i", TurkishMatch.Exact)]
    [InlineData("İnci", "ı", "i", TurkishMatch.Folded)]
    [InlineData("Öz", "ö", "z", TurkishMatch.Exact)]
    [InlineData("Yıldız", "y", "ı", TurkishMatch.None)]
    public void The_desk_asks_the_first_and_the_last_letter(string maidenName, string first, string last, TurkishMatch expected) =>
        MaidenNameHint.Answer(MaidenNameChallenge.Desk, first, last).Value!.Compare(maidenName).Should().Be(expected);

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", null)]
    [InlineData("ab", "c")]
    [InlineData("1", "a")]
    [InlineData("a", "*")]
    [InlineData("a-", "b")]
    public void One_letter_a_place_or_nothing_is_accepted(string first, string? last) =>
        MaidenNameHint.Answer(MaidenNameChallenge.Desk, first, last).Refusal.Should().Be(new Refusal.InvalidMaidenNameHint());

    [Fact]
    public void Half_a_character_is_refused() => MaidenNameHint.Answer(MaidenNameChallenge.Desk, "\uD83D", "a").IsAccepted.Should().BeFalse();

    [Fact]
    public void The_letters_are_not_printed()
    {
        var hint = MaidenNameHint.Answer(MaidenNameChallenge.Desk, "ş", "k").Value!;

        $"{hint}".Should().NotContainAny("Ş", "K");
        hint.Reveal().Should().Be(("Ş", "K"));
    }
}
