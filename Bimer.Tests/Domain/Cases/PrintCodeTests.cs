using System.Security.Cryptography;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>The code on a printout: read back from paper by people and scanners, guessed by nobody.</summary>
public sealed class PrintCodeTests
{
    [Fact]
    public void A_code_is_read_back_however_it_is_written()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = PrintCode.Of(RandomNumberGenerator.GetBytes(PrintCode.Bytes));
            string[] written = [code.Value, code.ToString(), code.ToString().ToLowerInvariant(), $" {code} ", $"https://bimer.invalid/dogrula?kod={code.Value}", code.Value.Replace('0', 'o').Replace('1', 'l')];

            foreach (var text in written) PrintCode.Parse(text).Should().Be((Outcome<PrintCode>)code, "{0}", text);
        }
    }

    [Fact]
    public void Every_bit_makes_another_code()
    {
        var codes = Enumerable.Range(0, PrintCode.Bytes * 8).Select(bit =>
        {
            var bytes = new byte[PrintCode.Bytes];
            bytes[bit / 8] = (byte)(1 << (bit % 8));
            return PrintCode.Of(bytes).Value;
        }).Append(PrintCode.Of(new byte[PrintCode.Bytes]).Value);

        codes.Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7F3A-91C2-KQ04-ZB6")]
    [InlineData("7F3A-91C2-KQ04-ZB6MX")]
    [InlineData("7F3A-91C2-KQ04-ZB6U")]
    [InlineData("2026-0041873-5")]
    [InlineData("٣F3A-91C2-KQ04-ZB6M")]
    public void Anything_else_is_no_code(string? text) => PrintCode.Parse(text).Refusal.Should().Be(new Refusal.InvalidPrintCode());
}
