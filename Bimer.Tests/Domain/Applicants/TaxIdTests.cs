using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Applicants;

public sealed class TaxIdTests
{
    [Theory]
    [InlineData("4540536920")]
    [InlineData("1234567890")]
    [InlineData("0000000001")]
    [InlineData("9999999994")]
    [InlineData("7950766804")]
    [InlineData("5747207370")]
    [InlineData("8836907538")]
    [InlineData("1031455749")]
    [InlineData("4596598472")]
    [InlineData("1510563380")]
    [InlineData("1891928635")]
    [InlineData("8378401706")]
    [InlineData("0111350339")]
    [InlineData("5974782424")]
    [InlineData("3061570834")]
    [InlineData("0622888889")]
    [InlineData("6946407027")]
    [InlineData("3177594822")]
    public void A_number_whose_check_digit_fits_is_read(string text) => TaxId.Parse(text).Value!.Reveal().Should().Be(text);

    [Theory]
    [InlineData(null)]
    [InlineData("4540536921")]
    [InlineData("454053692")]
    [InlineData("45405369200")]
    [InlineData("45405369A0")]
    [InlineData("7950766805")]
    [InlineData("1031455740")]
    [InlineData("٤٥٤٠٥٣٦٩٢٠")]
    public void Anything_else_is_refused(string? text) => TaxId.Parse(text).Refusal.Should().Be(new Refusal.InvalidTaxId());

    [Fact]
    public void Its_text_is_stars() => $"{TaxId.Parse("4540536920").Value}".Should().Be("**********");
}
