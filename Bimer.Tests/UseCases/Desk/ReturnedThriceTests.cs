using Bimer.Blazor.Workspace.Home;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>A third return in a row of a letter stands on the desk of who coordinates the unit, until it is sent again (S50).</summary>
public sealed class ReturnedThriceTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_third_return_is_seen_by_who_coordinates_the_unit_or_one_above_and_goes_once_it_is_sent_again(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var coordinator = await story.Office.HireAsync(8, OfficerRole.Coordinator, story.Unit);
        var elsewhere = await story.Office.HireAsync(7, OfficerRole.Coordinator, story.Office.Unit("İzmir Valiliği"));
        for (var time = 1; time <= 3; time++)
        {
            (await SeenAsync(story, coordinator)).Should().BeEmpty("{0} returns are the work of two people", time - 1);
            await SendAsync(story, time);
            (await story.Office.SendBackAsync(story.Approver, story.Routing, await story.Office.HashAsync(story.Routing), "Tarih eksik.")).Should().Be(Outcome.Accepted);
        }

        (await SeenAsync(story, coordinator)).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Case = story.Routing.CaseId, At = story.Unit, Times = 3, Since = story.Office.Clock.GetUtcNow() });
        (await SeenAsync(story, elsewhere)).Should().BeEmpty();

        await SendAsync(story, 4);
        (await SeenAsync(story, coordinator)).Should().BeEmpty("it lies before the approver again");
    }

    private static async Task SendAsync(AReplyStory story, int time)
    {
        var saved = await story.Office.SaveAsync(story.Writer, story.Routing, 0, $"<p>Metin {time}</p>");
        (await story.Office.SubmitAsync(story.Writer, story.Routing, saved.Value!.Version, story.Signatory)).Should().Be(Outcome.Accepted);
    }

    private static async Task<IReadOnlyList<ReturnedLine>> SeenAsync(AReplyStory story, Actor who) =>
        (await story.Office.For<BelowOverviewQuery>(who).ReadAsync(CancellationToken.None))!.Returned;
}
