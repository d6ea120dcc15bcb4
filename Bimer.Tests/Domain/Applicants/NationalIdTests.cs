using System.Text.Json;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Applicants;

/// <summary>The numbers are computed, no real person's.</summary>
public sealed class NationalIdTests
{
    [Theory]
    [InlineData("10000000146")]
    [InlineData("11111111110")]
    [InlineData("12345678950")]
    [InlineData("17291716060")]
    [InlineData("99999999990")]
    [InlineData("19090909018")]   // 7·odd − even is negative here
    [InlineData("46900602692")]
    [InlineData("87354684858")]
    [InlineData("56141627484")]
    [InlineData("27191716060")]   // first and third digit swapped: the same sums, which no check digit sees
    [InlineData(" 10000000146 ")]
    public void A_number_whose_check_digits_fit_is_read(string text) =>
        NationalId.Parse(text).Value!.Reveal().Should().Be(text.Trim());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01234567890")]
    [InlineData("00000000000")]
    [InlineData("1000000014")]
    [InlineData("100000001460")]
    [InlineData("1000000014a")]
    [InlineData("10000000l46")]
    [InlineData("10000000145")]
    [InlineData("10000000156")]
    [InlineData("12345678901")]
    [InlineData("17291716050")]
    [InlineData("11111111111")]
    [InlineData("17219716060")]
    [InlineData("1000 0000146")]
    [InlineData("١٠٠٠٠٠٠٠١٤٦")]
    [InlineData("１００００００0146")]
    public void Anything_else_is_refused(string? text) =>
        NationalId.Parse(text).Refusal.Should().Be(new Refusal.InvalidNationalId());

    [Theory]
    [InlineData("99592960380", true)]
    [InlineData("98610340562", true)]
    [InlineData("87354684858", false)]
    [InlineData("19090909018", false)]
    public void A_foreigners_number_begins_with_98_or_99(string text, bool foreigner) =>
        NationalId.Parse(text).Value!.IsForeigner.Should().Be(foreigner);

    [Fact]
    public void Every_single_wrong_digit_is_caught()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var number = Synthetic(random);
            NationalId.Parse(number).IsAccepted.Should().BeTrue("seed {0}: {1}", seed, number);
            for (var place = 0; place < NationalId.Length; place++)
            {
                var wrong = (char)('0' + ((number[place] - '0' + random.Next(1, 10)) % 10));
                var mutant = number[..place] + wrong + number[(place + 1)..];
                NationalId.Parse(mutant).IsAccepted.Should().BeFalse("seed {0}: {1}", seed, mutant);
            }
        }
    }

    [Fact]
    public void Neither_text_nor_a_serialiser_nor_a_record_print_shows_the_value()
    {
        var id = NationalId.Parse("10000000146").Value!;

        $"{id}".Should().Be("***********");
        new { Applicant = id }.ToString().Should().NotContain("10000000146");
        JsonSerializer.Serialize(id).Should().NotContain("10000000146");
    }

    [Fact]
    public void The_same_number_is_the_same_value() =>
        NationalId.Parse("10000000146").Value.Should().Be(NationalId.Parse(" 10000000146").Value);

    // By the definition in the register's papers, written apart from the code under test.
    private static string Synthetic(Random random)
    {
        var d = Enumerable.Range(0, 9).Select(i => random.Next(i == 0 ? 1 : 0, 10)).ToArray();
        var tenth = (((7 * (d[0] + d[2] + d[4] + d[6] + d[8])) - (d[1] + d[3] + d[5] + d[7])) % 10 + 10) % 10;
        return string.Concat(d) + tenth + ((d.Sum() + tenth) % 10);
    }
}
