using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Applicants;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("5321234567")]
    [InlineData("05321234567")]
    [InlineData("905321234567")]
    [InlineData("+905321234567")]
    [InlineData("00905321234567")]
    [InlineData("0532 123 45 67")]
    [InlineData("+90 532 123 45 67")]
    [InlineData("+90 (532) 123 45 67")]
    [InlineData("+90 (0532) 123 45 67")]
    [InlineData("+90 0532 1234567")]
    [InlineData("0 (532) 123-45-67")]
    [InlineData("0532.123.45.67")]
    [InlineData("0532/1234567")]
    [InlineData("0532–123–45–67")]
    [InlineData("\u00A00532\u00A0123\u00A045\u00A067 ")]
    [InlineData("\t5321234567")]
    public void However_it_is_written_it_becomes_one_number(string text) =>
        MobileNumber.Parse(text).Value!.Reveal().Should().Be("+905321234567");

    [Theory]
    [InlineData(null, MobileNumberFault.Malformed)]
    [InlineData("", MobileNumberFault.Malformed)]
    [InlineData("+", MobileNumberFault.Malformed)]
    [InlineData("532123456", MobileNumberFault.Malformed)]
    [InlineData("53212345678", MobileNumberFault.Malformed)]
    [InlineData("005321234567", MobileNumberFault.Foreign)]
    [InlineData("0532 123 45 6a", MobileNumberFault.Malformed)]
    [InlineData("0532+1234567", MobileNumberFault.Malformed)]
    [InlineData("٠٥٣٢١٢٣٤٥٦٧", MobileNumberFault.Malformed)]
    [InlineData("0532 123 45 67\r\nBcc: x", MobileNumberFault.Malformed)]
    [InlineData("+4915112345678", MobileNumberFault.Foreign)]
    [InlineData("0049 151 12345678", MobileNumberFault.Foreign)]
    [InlineData("+1 555 123 4567", MobileNumberFault.Foreign)]
    [InlineData("0312 422 10 00", MobileNumberFault.NotMobile)]
    [InlineData("+90 212 123 45 67", MobileNumberFault.NotMobile)]
    [InlineData("0850 123 45 67", MobileNumberFault.NotMobile)]
    public void What_no_code_can_be_sent_to_is_refused_with_its_reason(string? text, MobileNumberFault fault) =>
        MobileNumber.Parse(text).Refusal.Should().Be(new Refusal.InvalidMobileNumber(fault));

    [Fact]
    public void A_megabyte_of_blanks_is_refused_at_once() =>
        MobileNumber.Parse(new string(' ', 1_000_000) + "5321234567").IsAccepted.Should().BeFalse();

    [Fact]
    public void It_is_read_in_groups_and_printed_as_stars()
    {
        var number = MobileNumber.Parse("+905321234567").Value!;

        number.RevealForReading().Should().Be("0532 123 45 67");
        $"{number}".Should().Be("**** *** ** **");
    }
}
