using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Nothing is sent in silence to a unit where nobody could open it (B7): who sends is told, and of who stands above it.</summary>
public sealed class DesertedUnitsTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_without_users_is_told_before_it_is_sent_to_and_takes_it_all_the_same_once_that_is_meant(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (health, ministry) = (story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Office.Unit("Sağlık Bakanlığı"));
        await story.Office.HireAsync(3, OfficerRole.CaseOfficer, ministry);
        var silent = ReplyStories.Line(health) with { IsMeant = false };

        var refused = await story.Office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(ministry) with { IsMeant = false }, silent);
        var asked = await story.Office.For<ForwardDeskQuery>(story.Writer).WhyNotAsync(story.Routing, silent, CancellationToken.None);
        var sent = await story.Office.ForwardAsync(story.Writer, story.Routing, null, silent with { IsMeant = true });

        refused.Refusal.Should().BeOfType<Refusal.NobodyThere>().Which.Unit.Should().Be(health);
        asked.Should().BeOfType<Refusal.NobodyThere>();
        sent.Should().Be(Outcome.Accepted);
        await using var db = await story.Office.DbAsync();
        (await db.Routings.CountAsync()).Should().Be(2, "of the refused list nobody got anything");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_nearest_above_that_has_users_is_proposed_never_the_sender_and_never_what_the_case_is_kept_from(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (district, province, centre) = (office.Unit("Çankaya Kaymakamlığı"), office.Unit("Ankara Valiliği"), CentreOf(office));
        await office.HireAsync(1, OfficerRole.CaseOfficer, province);
        await office.HireAsync(2, OfficerRole.CaseOfficer, centre);

        (await InsteadAsync(office, district)).Should().Be(province);
        (await InsteadAsync(office, district, sender: province)).Should().Be(centre);
        (await InsteadAsync(office, district, excluded: province)).Should().Be(centre);
        (await InsteadAsync(office, district, sender: centre, excluded: province)).Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Users_are_officers_of_today_whose_account_is_open(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (gone, closed, other, staffed) = (office.Unit("Ankara Valiliği"), office.Unit("İzmir Valiliği"), office.Unit("Bursa Valiliği"), office.Unit("Isparta Valiliği"));
        await office.HireAsync(2, OfficerRole.CaseOfficer, closed);
        await office.HireAsync(3, OfficerRole.Coordinator, other);
        await office.HireAsync(4, OfficerRole.CaseOfficer, staffed);
        await using (var db = await office.DbAsync())
        {
            db.Add(new Officer(new UserId(1), "Ad", "Soyad", "kisi1@kurum.invalid"));
            db.Add(new RoleAssignment(new UserId(1), OfficerRole.CaseOfficer, gone, new DateOnly(2025, 1, 1), People.Monday.AddDays(-1)));
            (await db.Officers.SingleAsync(o => o.Id == new UserId(2))).Disable();
            await db.SaveChangesAsync();
        }

        var deserted = await DesertedAsync(office, [gone, closed, other, staffed]);

        deserted.Keys.Should().BeEquivalentTo([gone, closed, other]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Recorded_and_sent_at_once_the_same_is_said_and_nothing_is_recorded(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Phone150);
        await using var office = desk.Office;
        var police = office.Unit("Ankara İl Emniyet Müdürlüğü");

        var told = await desk.RecordAsync(ADesk.SilentLetter with { Recipients = [new(police.Value, false)] }, forward: true);
        var kept = await desk.RecordAsync(ADesk.SilentLetter with { Recipients = [new(police.Value, false)] });

        told.Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = "unit", Refusal = new Refusal.NobodyThere(police, null) });
        kept.Should().BeOfType<RegisterAnswer.Recorded>("who only records sends to nobody");
        await using var db = await office.DbAsync();
        (await db.Cases.CountAsync()).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Recorded_and_sent_at_once_it_is_kept_from_a_unit_and_goes_as_urgent_as_each_line_says(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var (health, police, izmir) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Ankara İl Emniyet Müdürlüğü"), office.Unit("İzmir Valiliği"));
        DeskRecipient[] to = [new(police.Value, false) { Priority = "VeryUrgent", IsMeant = true }, new(health.Value, true) { IsMeant = true }];

        var shunned = await desk.RecordAsync(ADesk.SilentLetter with { Recipients = [.. to, new(office.Unit("İzmir İl Sağlık Müdürlüğü").Value, true) { IsMeant = true }], Excluded = [izmir.Value] }, forward: true);
        var request = await desk.RecordAsync(ADesk.SilentLetter with { Kind = "Request", Recipients = to, Excluded = [izmir.Value] }, forward: true);
        var sent = await desk.RecordAsync(ADesk.SilentLetter with { Priority = "Urgent", Recipients = to, Excluded = [izmir.Value] }, forward: true);

        shunned.Should().BeOfType<RegisterAnswer.Refused>().Which.Why.Should().BeOfType<Refusal.RecipientExcluded>();
        request.Should().BeOfType<RegisterAnswer.Refused>().Which.Why.Should().BeOfType<Refusal.OnlyForTipOffOrComplaint>();
        sent.Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await office.DbAsync();
        (await db.Cases.SelectMany(c => c.Exclusions).Select(x => x.Unit).ToListAsync()).Should().Equal(izmir);
        (await db.Routings.Where(r => r.EndedAt == null).OrderBy(r => r.Id).Select(r => new { r.To, r.Priority }).ToListAsync()).Should().BeEquivalentTo(
            [new { To = police, Priority = Priority.VeryUrgent }, new { To = health, Priority = Priority.Urgent }], "a line that says nothing goes as urgent as the case");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Over_many_cases_only_what_all_of_them_are_kept_from_is_barred_and_nothing_of_cases_out_of_sight(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, izmir, bursa) = (story.Office, story.Office.Unit("İzmir Valiliği"), story.Office.Unit("Bursa Valiliği"));
        var other = await office.FileAsync(story.Unit);
        (await office.OpenAsync(story.Writer, other.Routings[0].Id)).Should().Be(Outcome.Accepted);
        CaseFile first;
        await using (var db = await office.DbAsync()) first = await db.Cases.Include(c => c.Routings).SingleAsync(c => c.Id == story.Routing.CaseId);
        await office.ExcludeAsync(story.Writer, first, izmir);
        await office.ExcludeAsync(story.Writer, first, bursa);
        await office.ExcludeAsync(story.Writer, other, izmir);
        var stranger = await office.HireAsync(9, OfficerRole.CaseOfficer, office.Unit("Isparta Valiliği"));

        (await office.For<ForwardDeskQuery>(story.Writer).KeptFromAllAsync([first.Id, other.Id], CancellationToken.None)).Should().Equal(izmir);
        (await office.For<ForwardDeskQuery>(story.Writer).KeptFromAllAsync([first.Id], CancellationToken.None)).Should().BeEquivalentTo([izmir, bursa]);
        (await office.For<ForwardDeskQuery>(stranger).KeptFromAllAsync([first.Id, other.Id], CancellationToken.None)).Should().BeEmpty();
    }

    private static UnitId CentreOf(Office office) => DirectoryOf(office).Centre.Id;

    private static UnitDirectory DirectoryOf(Office office) => (UnitDirectory)office.Services.GetService(typeof(UnitDirectory))!;

    private static async Task<UnitId?> InsteadAsync(Office office, UnitId unit, UnitId? sender = null, UnitId? excluded = null)
    {
        await using var db = await office.DbAsync();
        return (await new DesertedUnits(DirectoryOf(office)).AmongAsync(db, [unit], sender, excluded is { } kept ? [kept] : [], People.Monday, CancellationToken.None))[unit].Instead;
    }

    private static async Task<IReadOnlyDictionary<UnitId, Deserted>> DesertedAsync(Office office, IReadOnlyCollection<UnitId> units)
    {
        await using var db = await office.DbAsync();
        return await new DesertedUnits(DirectoryOf(office)).AmongAsync(db, units, null, [], People.Monday, CancellationToken.None);
    }
}
