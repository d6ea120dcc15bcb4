using Bimer.Blazor.Workspace.CaseDetail;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>The bar of the time at each unit (S59).</summary>
public sealed class DwellBarTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_stay_is_as_wide_as_it_lasted_and_the_shortest_can_still_be_seen()
    {
        var bar = DwellBar.Of([Stay(0, 1), Stay(1, 3_600), Stay(3_601, 7_200, isMine: true)]);

        bar[0].Width.Should().BeInRange(4, 12);
        (bar[2].Width / (double)bar[1].Width).Should().BeApproximately(2, 0.05);
        bar.Select(p => p.IsMine).Should().Equal(false, false, true);
        Lies(bar);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    public void However_many_stays_they_lie_one_after_the_other_within_the_bar(int stays) =>
        Lies(DwellBar.Of([.. Enumerable.Range(0, stays).Select(i => Stay(i, i == 0 ? 100_000 : 1))]));

    [Fact]
    public void A_case_that_came_this_very_second_has_a_bar_too() => Lies(DwellBar.Of([Stay(0, 0)]));

    private static void Lies(IReadOnlyList<DwellPiece> bar)
    {
        bar.Should().OnlyContain(p => p.Width > 0);
        bar.Zip(bar.Skip(1)).Should().NotContain(two => two.First.From + two.First.Width > two.Second.From);
        (bar[^1].From + bar[^1].Width).Should().BeInRange(DwellBar.Whole - 2, DwellBar.Whole);
    }

    private static DwellPart Stay(int from, int seconds, bool isMine = false) =>
        new("Ankara Valiliği", _start.AddSeconds(from), _start.AddSeconds(from + seconds), isMine);
}
