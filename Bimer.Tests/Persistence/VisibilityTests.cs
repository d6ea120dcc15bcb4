using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>One function decides who sees a case; what may not be seen does not exist.</summary>
public sealed class VisibilityTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Officers_see_their_own_units_coordinators_the_subtree_and_nobody_a_neighbours_case(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var caseFile = await office.FileAsync(health);

        (await SeesAsync(office, await office.HireAsync(1, OfficerRole.CaseOfficer, health), caseFile)).Should().BeTrue();
        (await SeesAsync(office, await office.HireAsync(2, OfficerRole.CaseOfficer, ankara), caseFile)).Should().BeFalse("an officer sees no unit below");
        (await SeesAsync(office, await office.HireAsync(3, OfficerRole.Coordinator, ankara), caseFile)).Should().BeTrue();
        (await SeesAsync(office, await office.HireAsync(4, OfficerRole.Executive, izmir), caseFile)).Should().BeFalse();
        (await SeesAsync(office, await office.HireAsync(5, OfficerRole.Approver, health), caseFile)).Should().BeFalse("no letter lies in the box");
        (await SeesAsync(office, await office.HireAsync(6, OfficerRole.GeneralCoordinator, office.Unit("Sağlık Bakanlığı")), caseFile)).Should().BeFalse("the functional parent gets numbers, not cases");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_excluded_unit_is_blind_with_everything_below_it_and_everybody_who_belongs_there(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (centre, ankara, health) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var selin = await office.HireAsync(1, OfficerRole.CaseOfficer, centre);
        var both = await office.HireAsync(2, OfficerRole.CaseOfficer, centre);
        var caseFile = await office.FileAsync(centre);
        await office.OpenAsync(selin, caseFile.Routings[0].Id);
        await using (var db = await office.DbAsync())
        {
            db.Add(new RoleAssignment(both.UserId, OfficerRole.CaseOfficer, health, new DateOnly(2025, 1, 1)));
            await db.SaveChangesAsync();
        }

        (await SeesAsync(office, both, caseFile)).Should().BeTrue();
        var units = office.Services.GetRequiredService<UnitDirectory>();
        (await office.WorkOf(selin).ChangeAsync(OfficeStories.NewCommand(), caseFile.Id, (c, acting) =>
            c.Exclude(c.Routings[0].Id, units.LineageOf(ankara), [units.LineageOf(centre)], acting.Actor, acting.Now), CancellationToken.None)).IsAccepted.Should().BeTrue();

        (await SeesAsync(office, selin, caseFile)).Should().BeTrue();
        (await SeesAsync(office, both, caseFile)).Should().BeFalse("the health directorate lies below the excluded governorship");
        (await office.OpenAsync(both, caseFile.Routings[0].Id)).Refusal.Should().BeOfType<Refusal.NotFound>("an unseen case does not exist");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_role_that_ended_yesterday_shows_nothing_today(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var caseFile = await office.FileAsync(health);
        await using var db = await office.DbAsync();
        db.Add(new Officer(new UserId(9), "Eski", "Memur", "eski@kurum.invalid"));
        db.Add(new RoleAssignment(new UserId(9), OfficerRole.CaseOfficer, health, new DateOnly(2025, 1, 1), People.Monday));
        await db.SaveChangesAsync();

        (await SeesAsync(office, new Actor(new UserId(9), [], People.Monday), caseFile)).Should().BeTrue("the last day counts");
        (await SeesAsync(office, new Actor(new UserId(9), [], People.Monday.AddDays(1)), caseFile)).Should().BeFalse();
    }

    private static async Task<bool> SeesAsync(Office office, Actor actor, CaseFile caseFile)
    {
        await using var db = await office.DbAsync();
        return await db.CasesVisibleTo(actor).AnyAsync(c => c.Id == caseFile.Id);
    }
}
