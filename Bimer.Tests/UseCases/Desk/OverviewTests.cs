using System.Globalization;
using Bimer.Blazor.Workspace.Home;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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
    public async Task What_happened_last_is_told_however_much_else_is_nearer(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        for (var i = 0; i < 9; i++) await HeldAsync(office, ayse, unit, CaseKind.Complaint);
        office.Clock.Pass(TimeSpan.FromDays(3));
        var latest = await HeldAsync(office, ayse, unit, CaseKind.Complaint);
        await HeldAsync(office, ayse, unit, CaseKind.InformationRequest);

        office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await office.PutOnHoldAsync(ayse, latest)).Should().Be(Outcome.Accepted);

        (await ReadAsync(office, ayse)).News[0].Should().BeEquivalentTo(new { Case = latest.CaseId, Kind = MovementKind.PutOnHold });
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

    [Theory, MemberData(nameof(Both))]
    public async Task What_came_for_information_is_nobodys_lateness(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (unit, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (ayse, zeynep) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        var sent = await HeldAsync(office, ayse, unit, CaseKind.Complaint);
        await office.ForwardAsync(ayse, sent, null, ReplyStories.Line(office.Unit("Sağlık Bakanlığı")), ReplyStories.Line(health, RoutingPurpose.Information));
        await office.OpenAsync(zeynep, RoutingId.Of(sent.CaseId, 3));
        office.Clock.Pass(TimeSpan.FromDays(40));

        var overview = await ReadAsync(office, zeynep);

        (overview.Spread, overview.Due.Count).Should().Be((new DueSpread(0, 0, 0), 0));
        overview.News.Should().NotBeEmpty("it is theirs to know all the same");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task However_much_is_late_all_of_it_is_counted_and_what_has_time_is_not_lost_behind_it(Kind kind)
    {
        const int more = 600;
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        await HeldAsync(office, ayse, unit, CaseKind.Complaint);
        await using (var db = await office.DbAsync()) await db.Database.ExecuteSqlRawAsync(AsManyMore(db.Model.FindEntityType(typeof(Routing))!, more));
        office.Clock.Pass(TimeSpan.FromDays(40));
        await HeldAsync(office, ayse, unit, CaseKind.Complaint);

        (await ReadAsync(office, ayse)).Spread.Should().Be(new DueSpread(Late: more + 1, Soon: 0, Later: 1));
    }

    /// <summary>Copies of the one leg there is: filing and opening hundreds would take minutes.</summary>
    private static string AsManyMore(IEntityType legs, int more)
    {
        var (key, columns) = (legs.FindProperty(nameof(Routing.Id))!.GetColumnName(), legs.GetProperties().Select(p => $"\"{p.GetColumnName()}\"").ToList());
        var copied = columns.Select(c => string.Equals(c, $"\"{key}\"", StringComparison.Ordinal) ? $"{c} + i" : c);
        return $"""
            INSERT INTO "{legs.GetTableName()}" ({string.Join(", ", columns)})
            WITH RECURSIVE counted(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < {more.ToString(CultureInfo.InvariantCulture)})
            SELECT {string.Join(", ", copied)} FROM "{legs.GetTableName()}", counted
            """;
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
