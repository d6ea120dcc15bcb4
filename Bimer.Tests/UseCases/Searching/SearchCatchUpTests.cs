using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Searching;

/// <summary>The index follows the writers: nothing that was committed is missed, and nobody who searches waits for a writer.</summary>
public sealed class SearchCatchUpTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task More_than_one_round_holds_is_found_at_the_next_search_and_leaves_nothing_due(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var ids = new List<CaseId>();
        for (var i = 0; i < 120; i++) ids.Insert(0, (await office.HoldTextAsync(officer, unit, "Zürafa hastanede.")).Id);

        (await office.SearchAsync(officer, "zürafa", take: 200)).Rows.Select(row => row.Hit.Id).Should().Equal(ids);
        await using var db = await office.DbAsync();
        (await db.DueWords.CountAsync()).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Servers_that_take_in_at_once_lose_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (first, next) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        var filed = new List<CaseId>();
        for (var i = 0; i < 8; i++)
        {
            var caseFile = await office.FileTextAsync(ankara, "Zürafa hastanede.");
            filed.Insert(0, caseFile.Id);
            await office.OpenAsync(first, caseFile.Routings[0].Id);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakenInAsync(office))).Append(office.ForwardAsync(first, caseFile.Routings[0].Id, null, ReplyStories.Line(health))));
        }

        await using var db = await office.DbAsync();
        (await db.CaseWords.Select(w => w.Words).ToListAsync()).Should().OnlyContain(words => words.Split(' ', StringSplitOptions.None).Count(word => word.StartsWith("zuraf", StringComparison.Ordinal)) == 1, "none took in what another had");
        foreach (var caseId in filed) await office.OpenAsync(next, RoutingId.Of(caseId, 2));
        (await office.FindAsync(next, "zürafa")).Should().Equal(filed);
        (await office.FindAsync(first, "zürafa")).Should().Equal(filed);
    }

    [Fact]
    public async Task An_index_that_forgot_a_forwarded_case_stays_whole_and_keeps_no_byte_of_it()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        for (var i = 0; i < 20; i++) await office.FileTextAsync(ankara, $"Zürafa hastanede {i}.");
        var filed = await office.FileTextAsync(ankara, "Gergedan hastanede.", files: "kanaryagil.pdf");
        await office.OpenAsync(officer, filed.Routings[0].Id);
        await TakenInAsync(office);
        await office.ForwardAsync(officer, filed.Routings[0].Id, null, ReplyStories.Line(health));
        await TakenInAsync(office);
        var next = await office.HireAsync(2, OfficerRole.CaseOfficer, health);
        await office.OpenAsync(next, RoutingId.Of(filed.Id, 2));

        (await office.Handler<HideIdentityHandler>(next).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), RoutingId.Of(filed.Id, 2)), CancellationToken.None)).Should().Be(Outcome.Accepted);

        for (var i = 0; i < 40; i++) await FollowAsync(office, ankara, $"Fil hastanede {i}.");
        await using var db = await office.DbAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO case_search(case_search, rank) VALUES('integrity-check', 1)");
        (await office.FindAsync(next, "kanaryagil")).Should().BeEmpty();
        var pages = await db.Database.SqlQuery<byte[]>($"SELECT block AS \"Value\" FROM case_search_data").ToListAsync();
        string.Concat(pages.Select(System.Text.Encoding.Latin1.GetString)).Should().NotContain("kanar");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_search_waits_a_moment_for_a_busy_writer_and_answers_by_what_is_there(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var (known, busy) = (await office.FileTextAsync(unit, "Zürafa hastanede."), await office.FileTextAsync(unit, "Gergedan hastanede."));
        await TakenInAsync(office);
        await office.OpenAsync(officer, known.Routings[0].Id);
        await office.OpenAsync(officer, busy.Routings[0].Id);

        await using (var db = await office.DbAsync())
        {
            db.Add(new DueWords { CaseId = busy.Id, Words = "kaplumb", OnlyWhileOpen = true });
            await db.SaveChangesAsync();
            await using var change = await db.Database.BeginTransactionAsync();
            // On SQLite the only writer, on PostgreSQL the case itself.
            await db.Cases.Where(c => c.Id == busy.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Summary, c => c.Summary));
            var found = office.FindAsync(officer, "zürafa");
            await Eventually.TrueAsync(() => office.Clock.Pass(TimeSpan.FromMilliseconds(250)) > DateTimeOffset.MinValue && found.IsCompleted, "it waits for nobody");
            (await found).Should().Equal(known.Id);
            await change.CommitAsync();
        }

        (await office.FindAsync(officer, "kaplumb")).Should().Equal(busy.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_recorded_before_there_was_a_search_is_found_after_the_next_start(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var filed = await office.FileTextAsync(unit, "Zürafa hastanede.", files: "makbuz.pdf");
        await office.OpenAsync(officer, filed.Routings[0].Id);
        await TakenInAsync(office);
        await using (var db = await office.DbAsync()) await db.CaseWords.ExecuteDeleteAsync();
        (await office.FindAsync(officer, "zürafa")).Should().BeEmpty();

        await office.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

        (await office.FindAsync(officer, "zürafa")).Should().Equal(filed.Id);
        (await office.FindAsync(officer, "makbuz")).Should().Equal(filed.Id);
    }

    private static async Task FollowAsync(Office office, UnitId to, string text)
    {
        await office.FileTextAsync(to, text);
        await TakenInAsync(office);
        await office.Services.GetRequiredService<SearchCatchUp>().TidyAsync(CancellationToken.None);
    }

    private static Task TakenInAsync(Office office) => office.Services.GetRequiredService<SearchCatchUp>().RunAsync(CancellationToken.None);
}
