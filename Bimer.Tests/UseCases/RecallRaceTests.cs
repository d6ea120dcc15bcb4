using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Geri Al against reading, on both databases (S40). The thousand of the long form stand in docs/measurements.md.</summary>
public sealed class RecallRaceTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    private static int Races => Alone.LongForm ? 1_000 : 100;

    [Theory, MemberData(nameof(Both))]
    public async Task Reading_and_recalling_in_the_same_instant_never_both_and_never_neither(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (ayse, zeynep) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        var (recalls, reads) = (0, 0);
        for (var race = 0; race < Races; race++)
        {
            var part = (await office.FileAsync(ankara)).Routings[0].Id;
            await office.OpenAsync(ayse, part);
            await office.ForwardAsync(ayse, part, null, ReplyStories.Line(health));
            var leg = (await office.LegsAsync(part.CaseId))[^1].Id;

            var (recalled, opened) = await BothAsync(race % 2 == 0, () => office.RecallAsync(ayse, leg), () => office.OpenAsync(zeynep, leg));

            (recalls, reads) = (recalls + (recalled ? 1 : 0), reads + (opened ? 1 : 0));
            (recalled ^ opened).Should().BeTrue("race {0}: recalled {1}, opened {2}", race, recalled, opened);
            var legs = await office.LegsAsync(part.CaseId);
            legs.Where(l => l.IsOpen).Should().ContainSingle().Which.Custodian.Should().Be(recalled ? ayse.UserId : zeynep.UserId);
        }

        (recalls, reads).Should().Match<(int, int)>(won => won.Item1 > 0 && won.Item2 > 0, "where one side always wins nobody raced");
    }

    /// <summary>Both at once on two threads, now the one ahead by a hair, now the other.</summary>
    private static async Task<(bool First, bool Second)> BothAsync(bool firstAhead, Func<Task<Outcome>> first, Func<Task<Outcome>> second)
    {
        var (ahead, behind) = firstAhead ? (first, second) : (second, first);
        Task<Outcome>[] acts = [Task.Run(ahead), Task.Run(behind)];
        var outcomes = await Task.WhenAll(acts);
        return firstAhead ? (outcomes[0].IsAccepted, outcomes[1].IsAccepted) : (outcomes[1].IsAccepted, outcomes[0].IsAccepted);
    }
}
