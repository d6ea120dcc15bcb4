using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Marked, sent, moved and lifted on a real database: sight follows at each step (S38, S56).</summary>
public sealed class ExcludingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_directorate_keeps_a_case_from_its_own_governorship_and_its_manager_lifts_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (centre, ankara, health) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var governor = await office.HireAsync(2, OfficerRole.Executive, ankara);
        var selin = await office.HireAsync(3, OfficerRole.CaseOfficer, centre);
        var caseFile = await office.FileAsync(health);
        await office.OpenAsync(zeynep, caseFile.Routings[0].Id);

        (await SendAsync(office, zeynep, caseFile, ankara, office.Unit("Sağlık Bakanlığı"))).Refusal.Should().Be(new Refusal.NearestUnitMissing(ankara, centre));
        (await SeesAsync(office, governor, caseFile)).Should().BeTrue("nothing was done");
        (await SendAsync(office, zeynep, caseFile, ankara, centre)).Should().Be(Outcome.Accepted);

        (await SeesAsync(office, governor, caseFile)).Should().BeFalse();
        (await SeesAsync(office, zeynep, caseFile)).Should().BeFalse("who marks what is above them is blind from then on");
        (await SeesAsync(office, selin, caseFile)).Should().BeTrue();
        (await LiftAsync(office, governor, caseFile, ankara)).Refusal.Should().BeOfType<Refusal.NotFound>("being excluded beats the right to lift");
        (await LiftAsync(office, zeynep, caseFile, ankara)).Refusal.Should().BeOfType<Refusal.NotFound>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_part_that_lies_within_a_marked_unit_moves_and_after_lifting_everybody_sees_again(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (centre, ankara, ministry) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara Valiliği"), office.Unit("Sağlık Bakanlığı"));
        var (selin, zeynep, derya, caseFile) = await SpreadAsync(office, centre, office.Unit("Ankara İl Sağlık Müdürlüğü"), ministry);

        (await SendAsync(office, derya, caseFile, ankara, centre, part: 3)).Should().Be(Outcome.Accepted);

        (await SeesAsync(office, zeynep, caseFile)).Should().BeFalse();
        await using (var db = await office.DbAsync())
            (await db.Routings.Where(r => r.CaseId == caseFile.Id && r.EndedAt == null).OrderBy(r => r.Id).Select(r => r.To).ToListAsync()).Should().Equal(centre, ministry);
        var sheet = await office.For<CaseQuery>(derya).ReadAsync(caseFile.NumberOf(), CancellationToken.None);
        sheet!.Exclusions.Should().BeEmpty("the envelope of the part that came says nothing of it");
        (await office.OpenAsync(derya, RoutingId.Of(caseFile.Id, 5))).Should().Be(Outcome.Accepted);
        sheet = await office.For<CaseQuery>(derya).ReadAsync(caseFile.NumberOf(), CancellationToken.None);
        sheet!.Exclusions.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Unit = ankara, By = "Ad3 Soyad", MayLift = true });

        (await LiftAsync(office, selin, caseFile, ankara)).Refusal.Should().Be(new Refusal.NotYoursToLift(ministry));
        (await LiftAsync(office, derya, caseFile, ankara)).Should().Be(Outcome.Accepted);
        (await SeesAsync(office, zeynep, caseFile)).Should().BeTrue();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_nearest_unit_above_is_proposed_and_a_line_within_a_marked_unit_is_refused(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, desk) = (story.Office, story.Office.For<ForwardDeskQuery>(story.Writer));
        var (centre, health, izmir) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));

        desk.ProposalFor(health, [health], story.Unit).Should().BeNull("the sender itself is the nearest above");
        desk.ProposalFor(health, [health], izmir).Should().Be(story.Unit);
        desk.ProposalFor(health, [health, story.Unit], izmir).Should().Be(centre, "the nearest above is kept from it too");
        (await desk.WhyNotAsync(story.Routing, ReplyStories.Line(health), CancellationToken.None, [health])).Should().Be(new Refusal.RecipientExcluded(health));
        (await desk.WhyNotAsync(story.Routing, ReplyStories.Line(health), CancellationToken.None, [izmir])).Should().BeNull();
    }

    /// <summary>One case whose parts two officers of two other units hold.</summary>
    private static async Task<(Actor Sender, Actor First, Actor Second, CaseFile Case)> SpreadAsync(Office office, UnitId from, UnitId first, UnitId second)
    {
        var sender = await office.HireAsync(1, OfficerRole.CaseOfficer, from);
        var (one, two) = (await office.HireAsync(2, OfficerRole.CaseOfficer, first), await office.HireAsync(3, OfficerRole.CaseOfficer, second));
        var caseFile = await office.FileAsync(from);
        await office.OpenAsync(sender, caseFile.Routings[0].Id);
        await office.ForwardAsync(sender, caseFile.Routings[0].Id, null, ReplyStories.Line(first), ReplyStories.Line(second));
        await office.OpenAsync(one, RoutingId.Of(caseFile.Id, 2));
        await office.OpenAsync(two, RoutingId.Of(caseFile.Id, 3));
        return (sender, one, two, caseFile);
    }

    private static Task<Outcome> SendAsync(Office office, Actor actor, CaseFile caseFile, UnitId excluded, UnitId to, int part = 1) =>
        new ForwardCaseHandler(office.WorkOf(actor), office.Services.GetRequiredService<ForwardActs>()).HandleAsync(
            new ForwardCase(OfficeStories.NewCommand(), RoutingId.Of(caseFile.Id, part), [ReplyStories.Line(to)]) { Excluded = [excluded] }, CancellationToken.None);

    private static Task<Outcome> LiftAsync(Office office, Actor actor, CaseFile caseFile, UnitId unit) =>
        new LiftExclusionHandler(office.WorkOf(actor), office.Services.GetRequiredService<UnitDirectory>())
            .HandleAsync(new LiftExclusion(OfficeStories.NewCommand(), caseFile.Id, unit, "Yanlış kurum işaretlenmiş."), CancellationToken.None);

    private static async Task<bool> SeesAsync(Office office, Actor actor, CaseFile caseFile)
    {
        await using var db = await office.DbAsync();
        return await db.CasesVisibleTo(actor).AnyAsync(c => c.Id == caseFile.Id);
    }
}
