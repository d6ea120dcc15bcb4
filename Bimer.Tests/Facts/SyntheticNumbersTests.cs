using Bimer.Blazor.Facts.Demo;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

public sealed class SyntheticNumbersTests
{
    [Fact]
    public void The_check_of_these_tests_knows_right_from_wrong()
    {
        foreach (var right in new[] { "10000000146", "17291716060", "19090909018", "46900602692", "99592960380" }) CitizenNumber.Passes(right).Should().BeTrue(right);
        foreach (var wrong in new[] { "01234567890", "10000000145", "10000000156", "17291716050", "11111111111", "1000000014" }) CitizenNumber.Passes(wrong).Should().BeFalse(wrong);
    }

    [Fact]
    public void Citizen_numbers_pass_the_check_and_never_repeat()
    {
        var numbers = Enumerable.Range(0, 100_000).Select(i => SyntheticNumbers.NationalId(i * 8_800L + (i % 7))).ToList();
        numbers.Should().OnlyHaveUniqueItems();
        numbers.Where(n => !CitizenNumber.Passes(n)).Should().BeEmpty();
        numbers.Where(n => n.StartsWith("98", StringComparison.Ordinal) || n.StartsWith("99", StringComparison.Ordinal)).Should().BeEmpty("those belong to foreigners");
    }

    [Fact]
    public void Mobile_numbers_have_eleven_digits_from_05_and_never_repeat()
    {
        var numbers = Enumerable.Range(0, 50_000).Select(SyntheticNumbers.Mobile).ToList();
        numbers.Should().OnlyHaveUniqueItems();
        numbers.Where(n => n.Length != 11 || !n.StartsWith("05", StringComparison.Ordinal) || !n.All(char.IsAsciiDigit)).Should().BeEmpty();
    }
}
