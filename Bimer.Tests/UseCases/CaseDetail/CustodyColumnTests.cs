using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>Each movement that sent a part somewhere says when it was taken into custody there (zimmet tarihi, S29).</summary>
public sealed class CustodyColumnTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_movement_that_sends_says_when_it_was_taken_or_that_it_waits_and_no_other_says_anything(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        (await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health), ReplyStories.Line(office.Unit("Ankara İl Emniyet Müdürlüğü"), RoutingPurpose.Information))).Should().Be(Outcome.Accepted);
        office.Clock.Pass(TimeSpan.FromMinutes(40));
        (await office.OpenAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2))).Should().Be(Outcome.Accepted);

        var movements = (await office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None))!.Movements.OrderBy(m => m.Sequence).ToList();

        movements.Select(m => (m.Kind, m.Custody?.At is not null, m.Custody?.IsWaiting)).Should().Equal(
            (MovementKind.Filed, true, false), (MovementKind.CustodyTaken, false, null), (MovementKind.Forwarded, true, false), (MovementKind.Forwarded, false, true), (MovementKind.CustodyTaken, false, null));
        movements[2].Custody.Should().Be(new CustodyLine(office.Clock.GetUtcNow(), "Ad8 Soyad", IsWaiting: false));
    }
}
