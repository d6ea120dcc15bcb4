using Bimer.Blazor.Live;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Two at one case: who else looks, and what they did while one was writing (U17).</summary>
public sealed class TogetherTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Who_looks_is_told_to_who_may_see_the_case_until_they_leave_or_their_line_is_lost(Kind kind)
    {
        await using var story = await BeginAsync(kind);
        var (office, id) = (story.Office, story.Routing.CaseId);
        var colleague = await office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);
        var stranger = await office.HireAsync(9, OfficerRole.CaseOfficer, office.Unit("İzmir Valiliği"));
        using var own = (await SitAsync(office, story.Writer, id))!;
        var seat = (await SitAsync(office, colleague, id))!;
        using var second = (await SitAsync(office, colleague, id))!;

        (await SitAsync(office, stranger, id)).Should().BeNull();
        (await LookAsync(office, story.Writer, id)).Should().Equal(new Onlooker(colleague.UserId, "Ad8 Soyad", "Ankara Valiliği"));
        (await LookAsync(office, colleague, id)).Select(o => o.Name).Should().Equal("Ad1 Soyad");
        (await LookAsync(office, stranger, id)).Should().BeEmpty();
        second.Leave();
        (await LookAsync(office, story.Writer, id)).Should().ContainSingle("one of two screens is left");
        seat.Dispose();
        (await LookAsync(office, story.Writer, id)).Should().BeEmpty();
        second.Return();
        (await LookAsync(office, story.Writer, id)).Should().ContainSingle("the line is there again");
    }

    [Fact]
    public async Task Who_works_at_a_desk_of_the_case_is_told_with_what_they_do_there()
    {
        await using var story = await BeginAsync(Kind.Sqlite);
        var (office, id) = (story.Office, story.Routing.CaseId);
        var colleague = await office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);
        using var reading = (await SitAsync(office, story.Writer, id))!;
        var desk = (await office.For<OnlookersQuery>(story.Writer).SitAsync(id, CaseSpot.Forwarding, CancellationToken.None))!;

        (await LookAsync(office, colleague, id)).Select(o => o.Spot).Should().Equal(CaseSpot.Forwarding);
        desk.Dispose();
        (await LookAsync(office, colleague, id)).Select(o => o.Spot).Should().Equal(CaseSpot.Reading);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_is_kept_from_the_case_is_neither_named_nor_told(Kind kind)
    {
        await using var story = await BeginAsync(kind);
        var (office, id, health) = (story.Office, story.Routing.CaseId, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var coordinator = await office.HireAsync(8, OfficerRole.Coordinator, story.Unit);
        using var own = (await SitAsync(office, story.Writer, id))!;
        using var seat = (await SitAsync(office, coordinator, id))!;
        (await LookAsync(office, story.Writer, id)).Should().ContainSingle();
        await office.AlsoAsync(coordinator, OfficerRole.Approver, health);

        await using (var db = await office.DbAsync()) await office.ExcludeAsync(story.Writer, db.Cases.Single(), health);

        (await LookAsync(office, story.Writer, id)).Should().BeEmpty();
        (await LookAsync(office, coordinator, id)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_desk_is_told_who_did_what_when_and_nobody_else_is(Kind kind)
    {
        await using var story = await BeginAsync(kind);
        var (office, id, health) = (story.Office, story.Routing.CaseId, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var stranger = await office.HireAsync(9, OfficerRole.CaseOfficer, office.Unit("İzmir Valiliği"));
        var mark = await office.For<CaseChanges>(story.Writer).MarkAsync(id, CancellationToken.None);
        (await office.For<CaseChanges>(story.Writer).SinceAsync(id, mark, CancellationToken.None)).Should().BeEmpty();
        office.Clock.Pass(TimeSpan.FromMinutes(7));
        await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health));

        var change = (await office.For<CaseChanges>(story.Writer).SinceAsync(id, mark, CancellationToken.None)).Should().ContainSingle().Which;

        (change.Kind, change.At, change.Names.Who, change.Names.To).Should().Be((MovementKind.Forwarded, office.Clock.GetUtcNow(), "Ad1 Soyad", "Ankara İl Sağlık Müdürlüğü"));
        (await office.For<CaseChanges>(stranger).SinceAsync(id, 0, CancellationToken.None)).Should().BeEmpty();
        var waiting = await office.HireAsync(10, OfficerRole.CaseOfficer, health);
        (await office.For<CaseChanges>(waiting).SinceAsync(id, 0, CancellationToken.None)).Should().BeEmpty("before them lies an envelope");
    }

    private static Task<AReplyStory> BeginAsync(Kind kind) => AReplyStory.BeginAsync(kind, services => services.AddSingleton<Presence>());

    private static Task<Presence.Seat?> SitAsync(Office office, Actor actor, CaseId id) => office.For<OnlookersQuery>(actor).SitAsync(id, CaseSpot.Reading, CancellationToken.None);

    private static Task<IReadOnlyList<Onlooker>> LookAsync(Office office, Actor actor, CaseId id) => office.For<OnlookersQuery>(actor).ReadAsync(id, CancellationToken.None);
}
