using System.Globalization;
using Bimer.Domain.Time;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

public sealed class IstanbulTimeTests
{
    [Theory]
    [InlineData("2026-12-31T20:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T21:00:00Z", "2027-01-01")]
    [InlineData("2026-07-01T21:00:00Z", "2026-07-02")]   // no summer time since 2016
    [InlineData("2016-01-15T21:59:59Z", "2016-01-15")]   // +02.00 then
    [InlineData("2016-01-15T22:00:00Z", "2016-01-16")]
    [InlineData("2010-07-15T21:00:00Z", "2010-07-16")]   // summer time then
    public void An_instant_belongs_to_the_day_it_is_in_Istanbul(string instant, string day) =>
        IstanbulTime.LegalDay(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).Should().Be(DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture));

    [Fact]
    public void Days_join_without_gap_or_overlap_even_where_clocks_were_moved()
    {
        for (var day = new DateOnly(2006, 1, 1); day.Year < 2027; day = day.AddDays(1))
        {
            IstanbulTime.LegalDay(IstanbulTime.StartOf(day)).Should().Be(day);
            IstanbulTime.LegalDay(IstanbulTime.EndOf(day).AddTicks(-1)).Should().Be(day);
            IstanbulTime.EndOf(day).Should().Be(IstanbulTime.StartOf(day.AddDays(1)));
        }
    }

    [Fact]
    public void Instants_are_handed_out_in_UTC()
    {
        var noon = IstanbulTime.At(new(2026, 5, 26), IstanbulTime.HalfDayEnd);

        noon.Should().Be(new DateTimeOffset(2026, 5, 26, 10, 0, 0, TimeSpan.Zero));
        noon.Offset.Should().Be(TimeSpan.Zero);
        IstanbulTime.ToLocal(noon).Hour.Should().Be(13);
    }
}
