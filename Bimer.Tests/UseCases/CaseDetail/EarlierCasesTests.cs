using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>Evveliyat (S27, G6): the person's earlier cases for the holder alone; a hidden one joins nothing from either side.</summary>
public sealed class EarlierCasesTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_holder_finds_the_persons_earlier_cases_and_opens_those_they_may_see(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("İzmir Valiliği"));
        var (officer, colleague) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, ankara));
        var elsewhere = await FileAsync(office, izmir);
        var here = await FileAsync(office, ankara);
        var asked = await FileAsync(office, ankara);
        var later = await FileAsync(office, ankara);
        await using var db = await office.DbAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO case_topics (case_id, ordinal, code) VALUES ({elsewhere.Id.Value}, 1, '04.02'), ({elsewhere.Id.Value}, 3, '01.01')");
        (await FindAsync(office, officer, asked)).Refusal.Should().BeOfType<Refusal.NotOpened>("only who holds it asks");
        await office.OpenAsync(officer, asked.Routings[0].Id);

        var found = (await FindAsync(office, officer, asked)).Value!;

        found.Select(e => (e.Id, e.MayOpen, e.Unit)).Should().Equal((here.Id, true, ankara), (elsewhere.Id, false, izmir));
        found[1].Topics.Should().Equal("04.02", "01.01");
        found.Should().NotContain(e => e.Id == later.Id);
        (await FindAsync(office, colleague, asked)).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        (await db.AuditEntries.Where(a => a.Action == "identity.searched").Select(a => a.Actor).ToListAsync()).Should().Equal(officer.UserId);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hidden_case_joins_nothing_from_either_side_and_an_excluding_one_is_not_there(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ankara = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        var selin = await office.HireAsync(2, OfficerRole.CaseOfficer, office.Unit("BİMER Merkezi"));
        var (hidden, excluding, asked) = (await FileAsync(office, ankara), await FileAsync(office, office.Unit("BİMER Merkezi")), await FileAsync(office, ankara));
        foreach (var caseFile in (CaseFile[])[hidden, asked]) await office.OpenAsync(officer, caseFile.Routings[0].Id);
        await office.OpenAsync(selin, excluding.Routings[0].Id);
        (await FindAsync(office, officer, asked)).Value.Should().HaveCount(2);

        await office.ExcludeAsync(selin, excluding, ankara);
        await HideAsync(office, officer, hidden);

        (await FindAsync(office, officer, asked)).Value.Should().BeEmpty();
        (await office.For<EarlierCasesHandler>(officer).AgainAsync(asked.Id, CancellationToken.None)).Should().BeEmpty();
        (await FindAsync(office, officer, hidden)).Refusal.Should().BeOfType<Refusal.ConcealedByOfficer>("also to who hid it: the list would tell whose it is");
        await HideAsync(office, officer, asked);
        (await FindAsync(office, officer, asked)).Refusal.Should().BeOfType<Refusal.ConcealedByOfficer>();
    }

    private static async Task HideAsync(Office office, Actor officer, CaseFile caseFile) =>
        (await office.Handler<HideIdentityHandler>(officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), caseFile.Routings[0].Id), CancellationToken.None))
            .Should().Be(Outcome.Accepted);

    private static Task<Outcome<IReadOnlyList<EarlierCase>>> FindAsync(Office office, Actor actor, CaseFile caseFile) =>
        office.For<EarlierCasesHandler>(actor).HandleAsync(new FindEarlierCases(OfficeStories.NewCommand(), caseFile.Id), CancellationToken.None);

    /// <summary>Always the same person, found by the index as after a filing through the portal.</summary>
    private static async Task<CaseFile> FileAsync(Office office, UnitId to)
    {
        var caseFile = await ServerStories.FileAsync(office.Services, to, CaseKind.Complaint, hidden: false);
        await using var db = await office.DbAsync();
        var vault = office.Services.GetRequiredService<IdentityVault>();
        db.AddRange(vault.LookupsOf(caseFile.Id, vault.Open(await db.SealedIdentities.SingleAsync(s => s.Ref == caseFile.Applicant))));
        await db.SaveChangesAsync();
        return caseFile;
    }
}
