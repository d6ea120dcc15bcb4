using Bimer.Blazor.Workspace.Home;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>Whoever looks over units sees how often each of them turns petitions away (S46, S47), of what they may see.</summary>
public sealed class NotExaminedShareTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_share_counts_what_each_unit_signed_in_the_period_without_what_is_kept_from_its_reader(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, izmir) = (story.Office, story.Office.Unit("İzmir Valiliği"));
        var (selma, elsewhere, both) = (await office.HireAsync(11, OfficerRole.Coordinator, story.Unit), await office.HireAsync(12, OfficerRole.Coordinator, izmir), await office.HireAsync(13, OfficerRole.Coordinator, izmir));
        await office.AlsoAsync(both, OfficerRole.Coordinator, story.Unit);
        both = both with { Roles = [.. both.Roles, new RoleOn(OfficerRole.Coordinator, story.Unit)] };
        (await office.AnswerAsync(story.Writer, story.Routing, story.Signatory)).Should().Be(Outcome.Accepted);
        (await SharesAsync(office, selma, 30)).Should().BeEmpty("nobody has signed yet");
        (await office.DecideAsync(story.Approver, story.Routing, approve: true)).Should().Be(Outcome.Accepted);
        await TurnedAwayAsync(story, keptFrom: null);
        await TurnedAwayAsync(story, izmir);

        (await SharesAsync(office, selma, 30)).Should().Equal(new NotExaminedShare(story.Unit, "Ankara Valiliği", IsOwn: true, Answered: 3, NotExamined: 2));
        (await SharesAsync(office, selma, 30))![0].Percent.Should().Be(67);
        (await SharesAsync(office, both, 30)).Should().Equal(new NotExaminedShare(story.Unit, "Ankara Valiliği", IsOwn: true, Answered: 2, NotExamined: 1));
        (await SharesAsync(office, elsewhere, 30)).Should().BeEmpty();
        (await SharesAsync(office, story.Writer, 30)).Should().BeNull("an officer looks over nobody");
        (await SharesAsync(office, selma, 7)).Should().BeNull("nobody asks for that");

        office.Clock.Pass(TimeSpan.FromDays(40));
        (await SharesAsync(office, selma, 30)).Should().BeEmpty();
        (await SharesAsync(office, selma, 90)).Should().ContainSingle().Which.Answered.Should().Be(3);
    }

    private static async Task TurnedAwayAsync(AReplyStory story, UnitId? keptFrom)
    {
        var caseFile = await story.Office.FileAsync(story.Unit);
        var part = caseFile.Routings[0].Id;
        (await story.Office.OpenAsync(story.Writer, part)).Should().Be(Outcome.Accepted);
        if (keptFrom is { } unit) await story.Office.ExcludeAsync(story.Writer, caseFile, unit);
        var saved = (await story.Office.TurnAwayAsync(story.Writer, part, 0, "BELLI_KONU_YOK", "Dilekçede istek yok.")).Value!;
        (await story.Office.SubmitAsync(story.Writer, part, saved.Version, story.Signatory)).Should().Be(Outcome.Accepted);
        var approval = new Approval(await story.Office.HashAsync(part), ReplyStories.Service, ReplyVerdict.Unfavourable, null);
        (await story.Office.DecideAsync(story.Approver, part, approval)).Should().Be(Outcome.Accepted);
    }

    private static Task<IReadOnlyList<NotExaminedShare>?> SharesAsync(Office office, Actor actor, int days) => office.For<NotExaminedQuery>(actor).ReadAsync(days, CancellationToken.None);
}
