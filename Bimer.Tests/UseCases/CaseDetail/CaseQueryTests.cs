using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>What a case is to whoever asks for its number, and who looks behind the stars.</summary>
public sealed class CaseQueryTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_case_nobody_opened_shows_its_envelope_and_asking_changes_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var coordinator = await office.HireAsync(2, OfficerRole.Coordinator, office.Unit("Ankara Valiliği"));
        var caseFile = await FileAsync(office, health);

        var envelope = (await ReadAsync(office, zeynep, caseFile))!;

        envelope.Stand.Should().Be(CaseStand.Envelope);
        envelope.Text.Should().BeNull();
        envelope.Head.Summary.Should().BeEmpty();
        (await ReadAsync(office, coordinator, caseFile))!.Stand.Should().Be(CaseStand.Sealed, "a look without custody is an act of its own");
        await using var db = await office.DbAsync();
        (await db.Routings.SingleAsync(r => r.CaseId == caseFile.Id)).State.Should().Be(RoutingState.Waiting);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_holder_reads_everything_a_colleague_reads_who_holds_it_and_a_stranger_finds_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var colleague = await office.HireAsync(2, OfficerRole.CaseOfficer, health);
        var stranger = await office.HireAsync(3, OfficerRole.CaseOfficer, office.Unit("İzmir Valiliği"));
        var caseFile = await FileAsync(office, health);
        await office.OpenAsync(zeynep, caseFile.Routings[0].Id);

        var mine = (await ReadAsync(office, zeynep, caseFile))!;
        var theirs = (await ReadAsync(office, colleague, caseFile))!;

        (mine.Stand, mine.Text, mine.Applicant.MayReveal).Should().Be((CaseStand.Mine, ACase.Words, true));
        mine.Movements.Select(m => m.Kind).Should().Equal(MovementKind.CustodyTaken, MovementKind.Filed);
        (theirs.Stand, theirs.Part.Holder, theirs.Applicant.MayReveal).Should().Be((CaseStand.Reading, "Ad1 Soyad", false));
        (await ReadAsync(office, stranger, caseFile)).Should().BeNull();
        (await office.For<CaseQuery>(zeynep).ReadAsync("2026-9999999-0", CancellationToken.None)).Should().BeNull();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_eye_is_recorded_before_it_sees_and_only_the_holder_has_it(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var colleague = await office.HireAsync(2, OfficerRole.CaseOfficer, health);
        var caseFile = await FileAsync(office, health);
        await office.OpenAsync(zeynep, caseFile.Routings[0].Id);

        (await RevealAsync(office, colleague, caseFile)).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();
        (await LooksAsync(office, caseFile)).Should().BeEmpty();
        (await RevealAsync(office, zeynep, caseFile)).Value!.FullName.Should().EndWith(ServerStories.Surname);
        (await LooksAsync(office, caseFile)).Should().Equal(zeynep.UserId);

        // The seal cannot be broken any more: the record stands all the same.
        await using var db = await office.DbAsync();
        await db.SealedIdentities.ExecuteDeleteAsync();
        (await RevealAsync(office, zeynep, caseFile)).Value.Should().BeNull();
        (await LooksAsync(office, caseFile)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_the_applicant_hid_nobody_reveals(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var caseFile = await ServerStories.FileAsync(office.Services, health, CaseKind.TipOff, hidden: true);
        await office.OpenAsync(zeynep, caseFile.Routings[0].Id);

        var sheet = (await ReadAsync(office, zeynep, caseFile))!;

        (sheet.Applicant.IsHidden, sheet.Applicant.MaskedName, sheet.Applicant.MayReveal).Should().Be((true, null, false));
        (await RevealAsync(office, zeynep, caseFile)).Refusal.Should().BeOfType<Refusal.IdentityConcealed>();
        (await LooksAsync(office, caseFile)).Should().BeEmpty();
    }

    private static Task<CaseFile> FileAsync(Office office, UnitId to) => ServerStories.FileAsync(office.Services, to, CaseKind.Complaint, hidden: false);

    private static Task<CaseSheet?> ReadAsync(Office office, Actor actor, CaseFile caseFile) =>
        office.For<CaseQuery>(actor).ReadAsync(caseFile.NumberOf(), CancellationToken.None);

    private static Task<Outcome<RevealedIdentity>> RevealAsync(Office office, Actor actor, CaseFile caseFile) =>
        office.For<RevealIdentityHandler>(actor).HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), caseFile.Id), CancellationToken.None);

    private static async Task<IReadOnlyList<UserId?>> LooksAsync(Office office, CaseFile caseFile)
    {
        await using var db = await office.DbAsync();
        return await db.AuditEntries.Where(e => e.Action == "identity.revealed" && e.CaseId == caseFile.Id).Select(e => e.Actor).ToListAsync();
    }
}
