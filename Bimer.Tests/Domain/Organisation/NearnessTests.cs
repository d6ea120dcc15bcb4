using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Organisation;

/// <summary>How near two units stand, from their lines to the root.</summary>
public sealed class NearnessTests
{
    // Root 1; governorships 10 and 20, ministry 30; below 10 the directorates 11 and 12, below 11 its branch 111; below 20 the directorate 21.
    private static readonly Dictionary<int, UnitLineage> _units = new int[][]
    {
        [1], [10, 1], [20, 1], [30, 1], [11, 10, 1], [12, 10, 1], [111, 11, 10, 1], [21, 20, 1],
    }.ToDictionary(line => line[0], line => new UnitLineage(new UnitId(line[0]), [.. line.Select(id => new UnitId(id))], TakesCases: true));

    [Theory]
    [InlineData(10, 11, Nearness.Below)]
    [InlineData(10, 111, Nearness.Below)]
    [InlineData(11, 12, Nearness.Beside)]
    [InlineData(11, 10, Nearness.Above)]
    [InlineData(111, 10, Nearness.Above)]
    [InlineData(111, 12, Nearness.SameBranch)]
    [InlineData(11, 21, Nearness.Elsewhere)]
    [InlineData(11, 20, Nearness.Elsewhere)]
    [InlineData(10, 20, Nearness.Elsewhere)]
    [InlineData(10, 30, Nearness.Elsewhere)]
    [InlineData(1, 21, Nearness.Below)]
    [InlineData(21, 1, Nearness.Elsewhere)]
    [InlineData(11, 11, Nearness.Elsewhere)]
    public void A_unit_stands_as_near_as_the_tree_says(int unit, int other, Nearness near) =>
        _units[unit].NearnessOf(_units[other]).Should().Be(near);

    [Fact]
    public void A_unit_nobody_knows_is_nobodys_neighbour()
    {
        var unknown = new UnitLineage(new UnitId(99), [], TakesCases: false);

        unknown.NearnessOf(_units[11]).Should().Be(Nearness.Elsewhere);
        _units[11].NearnessOf(unknown).Should().Be(Nearness.Elsewhere);
    }
}
