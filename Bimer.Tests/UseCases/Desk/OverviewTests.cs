using Bimer.Blazor.Workspace.Home;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>The first page of the day: the nearest day first whatever the law, and what happened last (S19, U35).</summary>
public sealed class OverviewTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_nearest_day_stands_first_whatever_the_law_and_nobody_elses_work_stands_there(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (unit, other) = (office.Unit("Ankara Valiliği"), office.Unit("İzmir Valiliği"));
        var (ayse, mehmet) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.CaseOfficer, other));
        var complaint = await HeldAsync(office, ayse, unit, CaseKind.Complaint);
        await HeldAsync(office, mehmet, other, CaseKind.Complaint);
        office.Clock.Pass(TimeSpan.FromDays(20));
        var information = await HeldAsync(office, ayse, unit, CaseKind.InformationRequest);

        var overview = await ReadAsync(office, ayse);

        overview.Due.Select(d => d.Case).Should().Equal(complaint.CaseId, information.CaseId);
        overview.News.Select(n => (n.Case, n.Kind)).Should().Equal(
            (information.CaseId, MovementKind.CustodyTaken), (information.CaseId, MovementKind.Filed),
            (complaint.CaseId, MovementKind.CustodyTaken), (complaint.CaseId, MovementKind.Filed));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_approver_finds_the_letters_that_wait_and_a_writer_hears_of_the_decision(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();

        (await ReadAsync(story.Office, story.Approver)).Due.Should().ContainSingle().Which.IsLetter.Should().BeTrue();
        (await ReadAsync(story.Office, story.Writer)).Due.Should().BeEmpty("it lies with the approver");

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Should().Be(Outcome.Accepted);
        (await ReadAsync(story.Office, story.Writer)).News[0].Kind.Should().Be(MovementKind.ReplyApproved);
        (await ReadAsync(story.Office, story.Approver)).Due.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_late_what_is_due_within_a_week_and_what_has_time_is_counted_whatever_the_law(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        await HeldAsync(office, ayse, unit, CaseKind.InformationRequest);
        office.Clock.Pass(TimeSpan.FromDays(10));
        await HeldAsync(office, ayse, unit, CaseKind.Complaint);
        office.Clock.Pass(TimeSpan.FromDays(29));
        await HeldAsync(office, ayse, unit, CaseKind.InformationRequest);

        (await ReadAsync(office, ayse)).Spread.Should().Be(new DueSpread(Late: 1, Soon: 1, Later: 1));
    }

    private static async Task<RoutingId> HeldAsync(Office office, Actor officer, UnitId unit, CaseKind kind)
    {
        var routing = (await office.FileAsync(unit, kind)).Routings[0].Id;
        office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await office.OpenAsync(officer, routing)).Should().Be(Outcome.Accepted);
        return routing;
    }

    private static async Task<Overview> ReadAsync(Office office, Actor actor) => (await office.For<OverviewQuery>(actor).ReadAsync(CancellationToken.None))!;
}
