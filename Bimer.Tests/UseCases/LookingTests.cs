using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Bak through its handler, on both databases: recorded, read by all within reach, and never together with a recall.</summary>
public sealed class LookingTests
{
    private const int Races = 40;

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_look_is_recorded_once_and_opens_the_case_to_all_within_whose_reach_it_was_read(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (zeynep, selma, nuri) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.Coordinator, ankara), await office.HireAsync(3, OfficerRole.Executive, ankara));
        var part = (await office.FileAsync(health)).Routings[0].Id;
        (await SheetAsync(office, selma, part)).Should().BeEquivalentTo(new { Stand = CaseStand.Sealed, MayLookInto = true, Text = (string?)null });
        (await SheetAsync(office, zeynep, part)).MayLookInto.Should().BeFalse("who can open it opens it");

        var id = OfficeStories.NewCommand();
        for (var click = 0; click < 2; click++) (await office.LookIntoAsync(selma, part, id)).Should().Be(Outcome.Accepted);

        foreach (var reader in (Actor[])[selma, nuri])
        {
            var sheet = await SheetAsync(office, reader, part);
            (sheet.Stand, sheet.Text, sheet.Applicant.MayReveal, sheet.Part.Onlooker).Should().Be((CaseStand.Reading, ACase.Words, false, "Ad2 Soyad"));
        }

        (await SheetAsync(office, zeynep, part)).Stand.Should().Be(CaseStand.Envelope, "it waits for its unit as before");
        foreach (var person in (Actor[])[zeynep, selma, nuri]) await Openness.AgreesAsync(office, person, seed: 0);
        await using var db = await office.DbAsync();
        (await db.AuditEntries.SingleAsync(a => a.Action == "case.looked-into")).Should().BeEquivalentTo(new { Actor = (UserId?)selma.UserId, Routing = (RoutingId?)part, Unit = (UnitId?)health });
        (await office.LookIntoAsync(zeynep, part)).Refusal.Should().Be(new Refusal.NotYoursToLookInto(health));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Looking_and_recalling_in_the_same_instant_never_both_and_never_neither(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (ayse, selma) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.Coordinator, health));
        for (var race = 0; race < Races; race++)
        {
            var part = (await office.FileAsync(ankara)).Routings[0].Id;
            await office.OpenAsync(ayse, part);
            await office.ForwardAsync(ayse, part, null, ReplyStories.Line(health));
            var leg = (await office.LegsAsync(part.CaseId))[^1].Id;

            var (recall, look) = (office.RecallAsync(ayse, leg), office.LookIntoAsync(selma, leg));
            var (recalled, looked) = (await recall, await look);

            (recalled.IsAccepted ^ looked.IsAccepted).Should().BeTrue("race {0}: recalled {1}, looked {2}", race, recalled, looked);
            if (looked.IsAccepted) recalled.Refusal.Should().Be(new Refusal.AlreadyLookedInto(health, selma.UserId, office.Clock.GetUtcNow()));
            await using var db = await office.DbAsync();
            (await db.AuditEntries.CountAsync(a => a.Action == "case.looked-into" && a.CaseId == part.CaseId)).Should().Be(looked.IsAccepted ? 1 : 0);
        }
    }

    private static async Task<CaseSheet> SheetAsync(Office office, Actor reader, RoutingId part) =>
        (await office.For<CaseQuery>(reader).ReadAsync(new Bimer.Domain.Cases.CaseNumber(part.CaseId).ToString(), CancellationToken.None))!;
}
