using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Searching;

/// <summary>Who finds what: the search shows nobody more than a list would, and knows nothing of identities.</summary>
public sealed class SearchSightTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Officers_find_what_came_to_their_unit_coordinators_their_subtree_and_nobody_a_neighbours_case(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var (first, next) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        var caseFile = await office.FileTextAsync(ankara, "Zürafa hastanede.");
        var approver = await office.HireAsync(3, OfficerRole.Approver, health);
        var strangers = new[] { await office.HireAsync(4, OfficerRole.CaseOfficer, izmir), await office.HireAsync(5, OfficerRole.Executive, izmir), approver };

        (await office.FindAsync(next, "zürafa")).Should().BeEmpty("it did not come there yet");
        await office.OpenAsync(first, caseFile.Routings[0].Id);
        await office.ForwardAsync(first, caseFile.Routings[0].Id, null, ReplyStories.Line(health));

        (await office.FindAsync(next, caseFile.NumberOf())).Should().Equal([caseFile.Id], "nobody there has opened it");
        foreach (var sees in new[] { first, await office.HireAsync(6, OfficerRole.Coordinator, ankara) }) (await office.FindAsync(sees, "zürafa")).Should().Equal(caseFile.Id);
        foreach (var blind in strangers) (await office.FindAsync(blind, "zürafa")).Should().BeEmpty();
        await office.OpenAsync(next, RoutingId.Of(caseFile.Id, 2));
        await office.AnswerAsync(next, RoutingId.Of(caseFile.Id, 2), new(approver.UserId, health));
        (await office.FindAsync(approver, "zürafa")).Should().Equal([caseFile.Id], "a letter of it lies before them");
        await office.DecideAsync(approver, RoutingId.Of(caseFile.Id, 2), approve: true);
        (await office.FindAsync(approver, "zürafa")).Should().Equal([caseFile.Id], "what one decided stays in sight");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_nobody_has_opened_is_found_by_its_outside_alone_and_read_by_nobody(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (clerk, coordinator) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.Coordinator, ankara));
        var caseFile = await office.FileTextAsync(health, "Lambalar haftalardır yanmıyor.\nBahçede zürafa var.", files: "makbuz.pdf");
        var number = caseFile.NumberOf();

        foreach (var reader in (Actor[])[clerk, coordinator])
        {
            (await office.FindAsync(reader, "zürafa")).Should().BeEmpty();
            (await office.FindAsync(reader, "makbuz")).Should().BeEmpty();
            var row = (await office.SearchAsync(reader, number)).Rows.Should().ContainSingle().Subject;
            (row.Hit.Text, row.Parts.Count, row.Hit.Summary).Should().Be(("", 0, ""), "its sender may still take it back as unread");
        }

        foreach (var reader in (Actor[])[clerk, coordinator]) (await office.FindAsync(reader, "lambalar")).Should().BeEmpty("nor its first sentence");
        (await office.OpenAsync(clerk, caseFile.Routings[0].Id)).Should().Be(Outcome.Accepted);
        foreach (var reader in (Actor[])[clerk, coordinator]) (await office.FindAsync(reader, "zürafa")).Should().Equal(caseFile.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_a_hidden_applicants_words_no_number_and_no_mail_address_is_kept(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        await office.FileTextAsync(unit, "Zürafa hastanede. Telefonum 0532 987 65 43, postam kanaryagil@posta.example.", hidden: true);

        (await IndexAsync(office)).Should().Contain("zuraf").And.NotContain("kanar").And.NotContain("987");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_that_is_signed_while_somebody_hides_adds_nothing_to_what_is_found(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var filed = await office.FileTextAsync(unit, "Zürafa hastanede.");
        await office.OpenAsync(officer, filed.Routings[0].Id);
        (await office.Handler<HideIdentityHandler>(officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), filed.Routings[0].Id), CancellationToken.None)).Should().Be(Outcome.Accepted);

        await using (var db = await office.DbAsync())   // begun before the hiding
        {
            db.Add(new DueWords { CaseId = filed.Id, Words = "kanaryagil", Scope = "yer", OnlyWhileOpen = true });
            await db.SaveChangesAsync();
        }

        await TakenInAsync(office);
        (await IndexAsync(office)).Should().Contain("yer").And.NotContain("kanar");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task For_the_excluded_the_answer_is_that_of_a_word_nobody_wrote(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (centre, ankara, health) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (selin, both) = (await office.HireAsync(1, OfficerRole.CaseOfficer, centre), await office.HireAsync(2, OfficerRole.CaseOfficer, centre));
        var caseFile = await office.FileTextAsync(centre, "Zürafa hastanede.");
        await office.OpenAsync(selin, caseFile.Routings[0].Id);
        await office.AlsoAsync(both, OfficerRole.CaseOfficer, health);
        (await office.FindAsync(both, "zürafa")).Should().Equal(caseFile.Id);

        await office.ExcludeAsync(selin, caseFile, ankara);

        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            (await office.SearchAsync(both, "zürafa", order)).Should().BeEquivalentTo(await office.SearchAsync(both, "gergedan", order));
        }

        (await office.FindAsync(selin, "zürafa")).Should().Equal(caseFile.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Hiding_takes_the_names_of_files_out_of_the_index_at_once(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var filed = await office.FileTextAsync(unit, "Zürafa hastanede.", files: "kanaryagil-makbuz.pdf");
        await office.OpenAsync(officer, filed.Routings[0].Id);
        (await office.FindAsync(officer, "kanaryagil")).Should().Equal(filed.Id);

        (await office.Handler<HideIdentityHandler>(officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), filed.Routings[0].Id), CancellationToken.None)).Should().Be(Outcome.Accepted);

        (await office.FindAsync(officer, "kanaryagil")).Should().BeEmpty();
        (await office.FindAsync(officer, "zürafa")).Should().Equal(filed.Id);
        (await IndexAsync(office)).Should().NotContain("kanar").And.Contain("zuraf");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_index_knows_no_identity_and_no_file_of_a_hidden_applicant(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        await office.FileTextAsync(unit, "Zürafa hastanede.", hidden: true, files: "kanaryagil.pdf");
        await office.FileTextAsync(unit, "Gergedan hastanede.");

        var index = await IndexAsync(office);

        index.Should().Contain("zuraf").And.Contain("gerge").And.NotContain("kanar");
        await using var db = await office.DbAsync();
        foreach (var applicant in await db.Cases.Select(c => c.Applicant).ToListAsync()) index.Should().NotContain(applicant.Value.ToString("N"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Pages_follow_each_other_without_a_gap_over_years_and_blocks(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var ids = new List<CaseId>();
        foreach (var serial in (long[])[20240000007, 20249990001, 20250000001, 20250001024, 20250070000, 20260000001, 20260000002])
        {
            await using var db = await office.DbAsync();
            var filing = new ACase(office.Clock).To(unit).Filing() with { Id = new CaseId(serial) };
            var caseFile = Bimer.Domain.Cases.CaseFile.File(filing, office.Clock.GetUtcNow()).Value!;
            caseFile.TakeCustody(caseFile.Routings[0].Id, officer, office.Clock.GetUtcNow()).Should().Be(Outcome.Accepted);
            db.Add(caseFile);
            db.Add(office.Services.GetRequiredService<SearchWriter>().Of(caseFile, caseFile.Petition!.Text, []));
            await db.SaveChangesAsync();
            ids.Insert(0, caseFile.Id);
        }

        (await office.FindAsync(officer, "lambalar")).Should().Equal(ids);
    }

    private static Task TakenInAsync(Office office) => office.Services.GetRequiredService<SearchCatchUp>().RunAsync(CancellationToken.None);

    /// <summary>All that stands in the index itself and before it, as a dump of the database would hold it.</summary>
    private static async Task<string> IndexAsync(Office office)
    {
        await using var db = await office.DbAsync();
        var due = await db.DueWords.Select(w => w.Words).ToListAsync();
        await TakenInAsync(office);
        due.AddRange(await db.CaseWords.Select(w => w.Words + " " + w.Scope).ToListAsync());
        due.AddRange(db.Database.IsSqlite()
            ? (await db.Database.SqlQuery<byte[]>($"SELECT block AS \"Value\" FROM case_search_data").ToListAsync()).Select(System.Text.Encoding.Latin1.GetString)
            : await db.Database.SqlQuery<string>($"SELECT tokens::text AS \"Value\" FROM case_words").ToListAsync());
        return string.Join('\n', due);
    }
}
