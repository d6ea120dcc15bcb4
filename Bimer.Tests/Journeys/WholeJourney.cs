using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Journeys;

/// <summary>The main job, whole, as four people live it: filed, seen, opened, forwarded, answered, signed, mailed, read.</summary>
[Collection(Alone.Name)]
public sealed class WholeJourney(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Kind.Sqlite, false)]
    [InlineData(Kind.Postgres, true)]
    public async Task A_petition_travels_from_its_citizen_to_the_signed_answer(Kind kind, bool hidden)
    {
        if (hidden) DrawingPrograms.Demand();
        await using var people = await FourPeople.SitDownAsync(kind);
        var story = new JourneyStory(people, new LiveSight(people.Server, output), await PaperAndPhoto.MakeAsync(people.Citizen.Context), hidden);

        await story.FileAsync();
        await story.OpenAsync();
        await story.ForwardAsync();
        await story.AnswerAsync();
        await story.SignAsync();
        await story.ReadMailAsync();
        await story.LookUpAsync();
        people.Server.Complaints.Should().BeEmpty("ordinary work leaves no warning in the log");
    }
}
