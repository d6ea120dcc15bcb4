using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Catalogue;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Catalogue;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Catalogue;

/// <summary>Who changes the services of which unit, and what becomes of letters and pickers (S45, decision 0103).</summary>
public sealed class CatalogueTests
{
    private const string Fresh = "Köprü bakımı";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_is_added_renamed_closed_and_reopened_and_every_desk_offers_what_the_list_says(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (unit, catalogue) = (office.Unit("Ankara Valiliği"), office.Services.GetRequiredService<ServiceCatalogue>());
        var manager = await office.HireAsync(70, OfficerRole.Executive, unit);
        var shipped = catalogue.Of(unit);
        using var rung = new SemaphoreSlim(0);
        await using var bell = office.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.Catalogue], () => { rung.Release(); return Task.CompletedTask; });

        (await office.ChangeAsync(manager, unit, CatalogueAct.Added, "", "  Köprü \u200b  bakımı ")).Should().Be(Outcome.Accepted);
        (await rung.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue("open desks are told");
        var added = catalogue.Of(unit).Should().HaveCount(shipped.Count + 1).And.Subject.Last();
        added.Name.Should().Be(Fresh, "what nobody sees is no part of a name");
        catalogue.Find(unit, "kopru bak").Should().Equal(added);
        (await office.ChangeAsync(manager, unit, CatalogueAct.Renamed, added.Code, "Köprü ve yol bakımı")).Should().Be(Outcome.Accepted);
        (catalogue.NameOf(added.Code), catalogue.FindAny("kopru yol").Single().Code).Should().Be(("Köprü ve yol bakımı", added.Code), "a filter finds and tells it like any other");
        (await office.ChangeAsync(manager, unit, CatalogueAct.Closed, shipped[0].Code)).Should().Be(Outcome.Accepted);

        catalogue.Of(unit).Select(s => s.Name).Should().NotContain([shipped[0].Name, Fresh]).And.Contain("Köprü ve yol bakımı");
        (catalogue.OwnerOf(unit, shipped[0].Code), catalogue.IsClosed(unit, shipped[0].Code), catalogue.NameOf(unit, shipped[0].Code)).Should().Be(((UnitId?)null, true, shipped[0].Name), "old letters still say it");
        (await office.ChangeAsync(manager, unit, CatalogueAct.Reopened, shipped[0].Code)).Should().Be(Outcome.Accepted);
        catalogue.Of(unit).Should().Contain(shipped[0]);
        catalogue.Of(office.Unit("Adana Valiliği")).Should().Equal(shipped, "another unit of the kind keeps its own list");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_changed_what_and_when_stands_in_the_history_and_in_the_audit_and_outlives_a_start(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var manager = await office.HireAsync(70, OfficerRole.Executive, unit);
        await office.ChangeAsync(manager, unit, CatalogueAct.Added, "", Fresh);
        var code = office.Services.GetRequiredService<ServiceCatalogue>().Find(unit, Fresh).Single().Code;
        await office.ChangeAsync(manager, unit, CatalogueAct.Renamed, code, "Köprü");

        var desk = (await office.CatalogueAsync(manager, unit, typed: "köprü"))!;
        desk.History.Select(c => (c.Act, c.Name, c.Was, c.By, c.At)).Should().Equal(
            (CatalogueAct.Renamed, "Köprü", Fresh, "Ad70 Soyad", office.Clock.GetUtcNow()), (CatalogueAct.Added, Fresh, "", "Ad70 Soyad", office.Clock.GetUtcNow()));
        desk.Items.Should().Equal(new CatalogueItem(code, "Köprü", IsClosed: false));
        await using var db = await office.DbAsync();
        (await db.AuditEntries.Where(e => e.Action == "catalogue.changed").Select(e => e.Actor).ToListAsync()).Should().Equal(manager.UserId, manager.UserId);
        var started = ActivatorUtilities.CreateInstance<CatalogueBook>(office.Services);
        await started.ReloadAsync(CancellationToken.None);
        started.Of(unit).Should().HaveCount(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_does_not_manage_or_generally_coordinate_there_changes_nothing_and_a_stranger_is_told_of_no_list(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (unit, below, elsewhere) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Adana Valiliği"));
        var general = await office.HireAsync(70, OfficerRole.GeneralCoordinator, unit);
        var coordinator = await office.HireAsync(71, OfficerRole.Coordinator, unit);
        Actor[] strangers = [await office.HireAsync(72, OfficerRole.CaseOfficer, unit), await office.HireAsync(73, OfficerRole.Approver, unit), await office.HireAsync(74, OfficerRole.Executive, elsewhere)];

        (await office.ChangeAsync(general, below, CatalogueAct.Added, "", Fresh)).Should().Be(Outcome.Accepted, "a unit below is theirs");
        foreach (var other in strangers)
        {
            (await office.ChangeAsync(other, unit, CatalogueAct.Added, "", Fresh)).Refusal.Should().Be(new Refusal.NotYourCatalogue());
            (await office.CatalogueAsync(other, unit)).Should().BeNull();
            (await office.CatalogueAsync(other, new UnitId(999_999))).Should().BeNull("a unit there is not is answered alike");
        }

        (await office.CatalogueAsync(coordinator, unit))!.MayChange.Should().BeFalse("a coordinator reads");
        (await office.ChangeAsync(coordinator, unit, CatalogueAct.Added, "", Fresh)).Refusal.Should().Be(new Refusal.NotYourCatalogue());
        (await office.ChangeAsync(general, new UnitId(999_999), CatalogueAct.Added, "", Fresh)).Refusal.Should().Be(new Refusal.NotYourCatalogue());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_several_who_add_one_name_in_one_moment_one_does_and_a_second_click_adds_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var manager = await office.HireAsync(70, OfficerRole.Executive, unit);
        string[] spellings = [Fresh, "KÖPRÜ BAKIMI", "köprü  bakimi"];

        var outcomes = await Task.WhenAll(spellings.Select(name => Task.Run(() => office.ChangeAsync(manager, unit, CatalogueAct.Added, "", name))));

        outcomes.Count(o => o.IsAccepted).Should().Be(1);
        outcomes.Where(o => !o.IsAccepted).Should().AllSatisfy(o => o.Refusal.Should().BeOfType<Refusal.ServiceNameTaken>());
        var id = OfficeStories.NewCommand();
        (await office.ChangeAsync(manager, unit, CatalogueAct.Added, "", "Tünel bakımı", id)).Should().Be(Outcome.Accepted);
        (await office.ChangeAsync(manager, unit, CatalogueAct.Added, "", "Tünel bakımı", id)).Should().Be(Outcome.Accepted, "the same click");
        (await office.CatalogueAsync(manager, unit))!.History.Should().HaveCount(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_is_not_sent_or_filed_anew_under_a_closed_service_and_one_that_waits_is_signed_under_it(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, unit) = (story.Office, story.Signatory.Unit);
        var manager = await office.HireAsync(70, OfficerRole.Executive, unit);
        var other = office.Services.GetRequiredService<ServiceCatalogue>().Of(unit).First(s => !string.Equals(s.Code, ReplyStories.Service, StringComparison.Ordinal));
        await office.ChangeAsync(manager, unit, CatalogueAct.Closed, ReplyStories.Service);
        var version = (await office.SaveAsync(story.Writer, story.Routing, 0)).Value!.Version;

        (await office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory)).Refusal.Should().Be(new Refusal.CatalogueServiceClosed(ReplyStories.ServiceName));
        await office.ChangeAsync(manager, unit, CatalogueAct.Reopened, ReplyStories.Service);
        (await office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory)).Should().Be(Outcome.Accepted);
        await office.ChangeAsync(manager, unit, CatalogueAct.Closed, ReplyStories.Service);
        await office.ChangeAsync(manager, unit, CatalogueAct.Closed, other.Code);

        var hash = await office.HashAsync(story.Routing);
        (await office.ApproveAsync(story.Approver, story.Routing, hash, service: other.Code)).Refusal.Should().Be(new Refusal.CatalogueServiceClosed(other.Name));
        (await office.ApproveAsync(story.Approver, story.Routing, hash, service: $"BRM-{unit.Value}-007")).Refusal.Should().Be(new Refusal.CatalogueServiceMissing(), "no list ever had it");
        (await office.ApproveAsync(story.Approver, story.Routing, hash)).Should().Be(Outcome.Accepted, "what was sent under it stays under it");
    }

    [Fact]
    public async Task A_unit_files_its_letters_under_a_service_of_its_own()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var (office, unit) = (story.Office, story.Signatory.Unit);
        await office.ChangeAsync(await office.HireAsync(70, OfficerRole.Executive, unit), unit, CatalogueAct.Added, "", Fresh);
        var code = office.Services.GetRequiredService<ServiceCatalogue>().Find(unit, Fresh).Single().Code;
        var version = (await office.SaveAsync(story.Writer, story.Routing, 0)).Value!.Version;

        (await office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory, service: code)).Should().Be(Outcome.Accepted);
        (await office.ApproveAsync(story.Approver, story.Routing, await office.HashAsync(story.Routing), service: code)).Should().Be(Outcome.Accepted);
    }

    [Fact]
    public async Task A_list_of_thousands_is_shown_in_pages_and_found_by_the_beginnings_of_words()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var unit = office.Unit("Ankara Valiliği");
        var manager = await office.HireAsync(70, OfficerRole.Executive, unit);
        await using (var db = await office.DbAsync())
        {
            db.AddRange(Enumerable.Range(1, UnitCatalogue.MostItems - 20).Select(n => new KeptCatalogueChange
            {
                Unit = unit, Sequence = n, Act = CatalogueAct.Added, Code = $"BRM-{unit.Value}-{n:000}", Name = $"Hizmet kalemi {n}", By = manager.UserId, At = office.Clock.GetUtcNow(),
            }));
            await db.SaveChangesAsync();
        }

        await office.Services.GetRequiredService<CatalogueBook>().ReloadAsync(CancellationToken.None);
        var desk = (await office.CatalogueAsync(manager, unit, typed: "kalem 4711"))!;
        (desk.Found, desk.Items.Single().Name, desk.History.Count, desk.HasOlder).Should().Be((1, "Hizmet kalemi 4711", 20, true));
        ((await office.CatalogueAsync(manager, unit))!.Items.Count, office.Services.GetRequiredService<ServiceCatalogue>().Find(unit, "hizmet").Count).Should().Be((50, ServiceCatalogue.MostFound));
    }
}
