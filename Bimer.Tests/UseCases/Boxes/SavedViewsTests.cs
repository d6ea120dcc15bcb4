using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>A narrowed box under a name: one's own, or of a unit; always a question, never its answer.</summary>
public sealed class SavedViewsTests
{
    private static readonly BoxFilter _late = new() { Kind = CaseKind.TipOff, Due = DueFilter.Late, Columns = new BoxTable("fb") };

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_view_of_ones_own_is_there_again_under_its_name_and_is_nobody_elses(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var (zeynep, mehmet) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.CaseOfficer, health));

        (await KeepAsync(office, zeynep, " Geciken ihbarlar ", _late)).Should().Be(Outcome.Accepted);

        var view = (await ReadAsync(office, zeynep)).Should().ContainSingle().Which;
        (view.Name, view.Query, view.MayChange).Should().Be(("Geciken ihbarlar", "tur=ihbar&sure=gecmis&sutun=fb", true));
        (await office.For<SavedViews>(zeynep).ReadAsync(Box.Mine, CancellationToken.None)).Should().BeEmpty("it is of the other box");
        (await ReadAsync(office, mehmet)).Should().BeEmpty();
        (await office.For<SavedViews>(mehmet).RenameAsync(view.Id, "Benim", CancellationToken.None)).Refusal.Should().BeOfType<Refusal.NotYourView>();
        await office.For<SavedViews>(mehmet).DropAsync(view.Id, CancellationToken.None);

        (await KeepAsync(office, zeynep, "GECİKEN İHBARLAR", BoxFilter.None)).Should().Be(Outcome.Accepted);
        (await ReadAsync(office, zeynep)).Should().ContainSingle("the same name asks for something else now").Which.Query.Should().BeEmpty();
        (await office.For<SavedViews>(zeynep).RenameAsync(view.Id, "Hepsi", CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await ReadAsync(office, zeynep)).Should().ContainSingle().Which.Name.Should().Be("Hepsi");
        await office.For<SavedViews>(zeynep).DropAsync(view.Id, CancellationToken.None);
        (await ReadAsync(office, zeynep)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Those_who_sign_for_a_unit_share_a_view_of_what_they_sign(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var (selin, deniz) = (await office.HireAsync(1, OfficerRole.Approver, health), await office.HireAsync(2, OfficerRole.Approver, health));

        (await office.For<SavedViews>(selin).KeepAsync(Box.Approvals, "Geciken cevaplar", _late, health, CancellationToken.None)).Should().Be(Outcome.Accepted);

        (await office.For<SavedViews>(deniz).ReadAsync(Box.Approvals, CancellationToken.None)).Should().ContainSingle().Which.Name.Should().Be("Geciken cevaplar");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_view_of_a_unit_is_had_by_who_works_there_and_changed_by_its_keeper_and_the_coordinator(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (health, izmir) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var (zeynep, mehmet) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        var (coordinator, stranger) = (await office.HireAsync(3, OfficerRole.Coordinator, health), await office.HireAsync(4, OfficerRole.CaseOfficer, izmir));

        (await KeepAsync(office, stranger, "Sızan", _late, health)).Refusal.Should().BeOfType<Refusal.NotYourView>();
        (await KeepAsync(office, zeynep, "Geciken", _late, health)).Should().Be(Outcome.Accepted);

        (await ReadAsync(office, stranger)).Should().BeEmpty();
        var view = (await ReadAsync(office, mehmet)).Should().ContainSingle().Which;
        (view.Unit, view.MayChange).Should().Be((health, false));
        (await KeepAsync(office, mehmet, "Geciken", BoxFilter.None, health)).Refusal.Should().BeOfType<Refusal.NotYourView>("it is another's");
        (await office.For<SavedViews>(coordinator).RenameAsync(view.Id, "Süresi geçenler", CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await ReadAsync(office, zeynep)).Should().ContainSingle().Which.Name.Should().Be("Süresi geçenler");
        var moved = zeynep with { Roles = [new RoleOn(OfficerRole.CaseOfficer, izmir)] };
        (await ReadAsync(office, moved)).Should().BeEmpty("who left the unit left its views");
        (await office.For<SavedViews>(moved).RenameAsync(view.Id, "Kalan", CancellationToken.None)).Refusal.Should().BeOfType<Refusal.NotYourView>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task No_view_is_renamed_to_what_another_beside_it_is_called(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        await KeepAsync(office, zeynep, "Geciken ihbarlar", _late);
        await KeepAsync(office, zeynep, "Hepsi", BoxFilter.None);
        await KeepAsync(office, zeynep, "Birimin", BoxFilter.None, health);
        var all = (await ReadAsync(office, zeynep)).Single(view => view.Name.Equals("Hepsi", StringComparison.Ordinal));

        (await office.For<SavedViews>(zeynep).RenameAsync(all.Id, " GECİKEN İHBARLAR", CancellationToken.None)).Refusal.Should().Be(new Refusal.ViewNameTaken());
        (await office.For<SavedViews>(zeynep).RenameAsync(all.Id, "HEPSİ", CancellationToken.None)).Should().Be(Outcome.Accepted, "it is its own name");
        (await office.For<SavedViews>(zeynep).RenameAsync(all.Id, "Birimin", CancellationToken.None)).Should().Be(Outcome.Accepted, "the unit's stand apart");
    }

    [Fact]
    public async Task A_busy_database_is_called_busy_and_not_a_change_by_somebody_else()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var broken = new LostAnswerDb(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>());
        var views = ActivatorUtilities.CreateInstance<SavedViews>(office.Services, broken, new Office.Acts(zeynep));

        (await views.KeepAsync(Box.Unit, "Geciken", _late, unit: null, CancellationToken.None)).Refusal.Should().BeOfType<Refusal.Busy>();
    }

    [Fact]
    public async Task A_name_is_needed_and_the_last_view_that_is_kept_counts()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));

        foreach (var name in (string[])["", "   ", new('a', 61)]) (await KeepAsync(office, zeynep, name, _late)).Refusal.Should().Be(new Refusal.InvalidViewName(60));
        for (var i = 0; i < SavedViews.Most; i++) (await KeepAsync(office, zeynep, $"Görünüm {i}", _late)).Should().Be(Outcome.Accepted);
        (await KeepAsync(office, zeynep, "Bir fazla", _late)).Refusal.Should().Be(new Refusal.TooManyViews(SavedViews.Most));
        (await KeepAsync(office, zeynep, "Görünüm 0", BoxFilter.None)).Should().Be(Outcome.Accepted);
    }

    private static Task<Outcome> KeepAsync(Office office, Actor actor, string name, BoxFilter filter, UnitId? unit = null) =>
        office.For<SavedViews>(actor).KeepAsync(Box.Unit, name, filter, unit, CancellationToken.None);

    private static Task<IReadOnlyList<ViewLine>> ReadAsync(Office office, Actor actor) => office.For<SavedViews>(actor).ReadAsync(Box.Unit, CancellationToken.None);
}
