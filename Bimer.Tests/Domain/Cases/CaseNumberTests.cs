using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData(20260041873, "2026-0041873-5")]
    [InlineData(20260041520, "2026-0041520-6")]
    [InlineData(20260040911, "2026-0040911-3")]
    [InlineData(20260042266, "2026-0042266-0")]
    [InlineData(20260042300, "2026-0042300-3")]
    [InlineData(20260042377, "2026-0042377-3")]
    public void Number_and_id_are_two_forms_of_one_thing(long id, string number)
    {
        new CaseNumber(new CaseId(id)).ToString().Should().Be(number);
        CaseNumber.Parse(number).Value.CaseId.Should().Be(new CaseId(id));
        CaseNumber.Parse($" {number.Replace("-", "", StringComparison.Ordinal)} ").Value.CaseId.Should().Be(new CaseId(id));
    }

    [Theory]
    [InlineData("2026 0041873 5")]
    [InlineData("2026–0041873–5")]
    [InlineData("2026\u20110041873\u20115")]
    public void What_people_and_their_phones_make_of_the_hyphens_is_read(string written) =>
        CaseNumber.Parse(written).Value.CaseId.Should().Be(new CaseId(20260041873));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-0041873")]
    [InlineData("2026-0041873-4")]
    [InlineData("2026-0041873-55")]
    [InlineData("20260041873-5")]
    [InlineData("202-60041873-5")]
    [InlineData("2026_0041873_5")]
    [InlineData("2026-004187E-5")]
    [InlineData("٢٠٢٦-٠٠٤١٨٧٣-٥")]
    [InlineData("2026-0000000-8")]
    [InlineData("0000-0000000-1")]
    public void Anything_else_is_refused(string? text) =>
        CaseNumber.Parse(text).Refusal.Should().Be(new Refusal.InvalidCaseNumber());

    [Fact]
    public void Year_and_serial_make_the_number()
    {
        var number = CaseNumber.Of(2026, 41873);

        (number.CaseId, number.Year, number.Serial, number.CheckDigit).Should().Be((new CaseId(20260041873), 2026, 41873, 5));
    }

    [Theory]
    [InlineData(2026, 0)]
    [InlineData(2026, 10_000_000)]
    [InlineData(1999, 1)]
    public void A_serial_outside_the_year_is_a_bug(int year, int serial) =>
        FluentActions.Invoking(() => CaseNumber.Of(year, serial)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Every_single_wrong_digit_is_caught()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var number = CaseNumber.Of(random.Next(2006, 2100), random.Next(1, CaseNumber.LastSerial + 1)).ToString();
            CaseNumber.Parse(number).IsAccepted.Should().BeTrue("seed {0}: {1}", seed, number);
            foreach (var mutant in SingleDigitMutants(number))
                CaseNumber.Parse(mutant).IsAccepted.Should().BeFalse("seed {0}: {1} for {2}", seed, mutant, number);
        }
    }

    private static IEnumerable<string> SingleDigitMutants(string number) =>
        from place in Enumerable.Range(0, number.Length)
        where number[place] != '-'
        from digit in "0123456789"
        where digit != number[place]
        select string.Create(CultureInfo.InvariantCulture, $"{number[..place]}{digit}{number[(place + 1)..]}");
}
