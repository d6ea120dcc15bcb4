using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>Whoever gives numbers out, and whatever becomes of them: none twice, rising within its year, and a year that turns in Istanbul (B18).</summary>
public sealed class CaseNumberSeriesTests
{
    private const int Each = 400;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_several_that_give_numbers_out_at_once_none_gives_a_number_twice_and_each_gives_them_rising(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var now = office.Clock.GetUtcNow();

        var series = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var node = Node(office);
            List<CaseId> given = [];
            for (var i = 0; i < Each; i++) given.Add(await node.NextAsync(now, CancellationToken.None));
            return given;
        })));

        series.SelectMany(given => given).Should().OnlyHaveUniqueItems().And.HaveCount(4 * Each);
        series.Should().AllSatisfy(given => given.Select(id => id.Value).Should().BeInAscendingOrder());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_number_nobody_used_is_never_given_again_not_after_a_restart_either(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var now = office.Clock.GetUtcNow();
        List<CaseId> given = [];

        for (var start = 0; start < 3; start++)
        {
            using var node = Node(office);
            for (var i = 0; i < 3; i++) given.Add(await node.NextAsync(now, CancellationToken.None));
        }

        given.Select(id => id.Value).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder("what a program that ended had left of its block stays a gap");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Up_to_the_last_instant_of_the_year_in_Istanbul_a_number_is_of_that_year_and_then_the_first_of_the_next(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        using var node = Node(office);
        var midnight = new DateTimeOffset(2026, 12, 31, 21, 0, 0, TimeSpan.Zero);

        (await node.NextAsync(midnight.AddTicks(-1), CancellationToken.None)).Should().Match<CaseId>(id => new CaseNumber(id).ToString().StartsWith("2026-"));
        (await node.NextAsync(midnight, CancellationToken.None)).Should().Be(CaseNumber.Of(2027, 1).CaseId);
        (await node.NextAsync(midnight.AddTicks(-1), CancellationToken.None)).Should().Match<CaseId>(id => new CaseNumber(id).ToString().StartsWith("2026-"), "a clock that is a little behind opens no year");
        (await node.NextAsync(midnight, CancellationToken.None)).Value.Should().BeGreaterThan(CaseNumber.Of(2027, 1).CaseId.Value);
    }

    private static CaseNumbers Node(Office office) => ActivatorUtilities.CreateInstance<CaseNumbers>(office.Services);
}
