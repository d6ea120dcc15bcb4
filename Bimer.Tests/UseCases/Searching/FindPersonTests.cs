using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Searching;

/// <summary>Search by citizen number: what lies open before the searcher, nothing of anybody hidden, never unrecorded.</summary>
public sealed class FindPersonTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    private static NationalId Somebody => NationalId.Parse(ServerStories.Identity.NationalId).Value!;

    [Theory, MemberData(nameof(Both))]
    public async Task A_person_is_found_in_what_lies_open_before_the_searcher_and_the_search_is_recorded(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("İzmir Valiliği"));
        var (ayse, elsewhere) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, izmir));
        var (first, second, envelope, other) = (await office.FileKnownAsync( ankara), await office.FileKnownAsync( ankara), await office.FileKnownAsync( ankara), await office.FileKnownAsync( izmir));
        foreach (var opened in (CaseFile[])[first, second]) await office.OpenAsync(ayse, opened.Routings[0].Id);
        await office.OpenAsync(elsewhere, other.Routings[0].Id);

        var found = (await FindAsync(office, ayse, Somebody)).Value!;

        found.Rows.Select(row => row.Hit.Id).Should().Equal([second.Id, first.Id], "newest first, and neither an envelope nor what another unit holds: {0}", envelope.Id);
        (await FindAsync(office, ayse, NationalId.Parse("10000000078").Value!)).Value!.Rows.Should().BeEmpty("nobody applied with that number");
        await using var db = await office.DbAsync();
        var traces = await db.AuditEntries.Where(a => a.Action == "identity.searched").OrderBy(a => a.Sequence).Select(a => new { a.Actor, a.CaseId, a.Detail }).ToListAsync();
        traces.Should().OnlyContain(trace => trace.Actor == ayse.UserId && trace.Detail == "by=national-id", "and never by which number");
        traces.Select(trace => trace.CaseId).Should().BeEquivalentTo(new CaseId?[] { null, second.Id, first.Id, null }, "both searches, and in each case that it was found");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_is_hidden_is_found_by_nobody_and_leaves_a_list_that_is_on_the_screen(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ankara = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        var (open, hidden) = (await office.FileKnownAsync( ankara), await office.FileKnownAsync( ankara));
        foreach (var opened in (CaseFile[])[open, hidden]) await office.OpenAsync(officer, opened.Routings[0].Id);
        var shown = (await FindAsync(office, officer, Somebody)).Value!;
        shown.Rows.Should().HaveCount(2);

        (await office.Handler<HideIdentityHandler>(officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), hidden.Routings[0].Id), CancellationToken.None)).Should().Be(Outcome.Accepted);

        (await FindAsync(office, officer, Somebody)).Value!.Rows.Select(row => row.Hit.Id).Should().Equal([open.Id], "not even by who hid it");
        var later = await office.FileKnownAsync( ankara);
        await office.OpenAsync(officer, later.Routings[0].Id);
        var again = await office.FinderOf(new Office.Acts(officer)).AgainAsync(Somebody, shown, CancellationToken.None);
        again!.Rows.Select(row => row.Hit.Id).Should().Equal([open.Id], "what was not recorded as found is not told by a bell");
    }

    private static Task<Outcome<SearchPage>> FindAsync(Office office, Actor actor, NationalId number) =>
        office.FinderOf(new Office.Acts(actor)).HandleAsync(new FindPerson(OfficeStories.NewCommand(), number), CancellationToken.None);
}
