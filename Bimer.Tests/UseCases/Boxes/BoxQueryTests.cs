using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>A box shows what its reader may see, in its order, page by page, on both databases.</summary>
public sealed class BoxQueryTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_unit_box_shows_its_officers_what_waits_and_nobody_else_anything(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (health, izmir) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var kemal = await office.HireAsync(2, OfficerRole.Approver, health);
        var waiting = await office.FileAsync(health);
        var opened = await office.FileAsync(health);
        await office.FileAsync(izmir);
        await office.OpenAsync(zeynep, opened.Routings[0].Id);

        var page = await Unit(office, zeynep, health);

        page!.Rows.Should().ContainSingle().Which.Number.CaseId.Should().Be(waiting.Id);
        page.Rows[0].MaskedName.Should().Be("M***** D*****");
        page.Total.Should().Be(1);
        (await Unit(office, zeynep, izmir)).Should().BeNull("it is another unit's box");
        (await Unit(office, kemal, health)).Should().BeNull("an approver opens no cases");
        (await Mine(office, zeynep, RoutingState.Held))!.Rows.Should().ContainSingle().Which.Number.CaseId.Should().Be(opened.Id);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_information_request_nobody_routed_yet_stands_first(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        await office.FileAsync(health);
        var request = await office.FileAsync(health, CaseKind.InformationRequest);

        (await Unit(office, zeynep, health))!.Rows[0].Number.CaseId.Should().Be(request.Id, "requests go first until somebody routed them on (S53)");
        var (centre, other) = (office.Unit("BİMER Merkezi"), await office.FileAsync(health, CaseKind.InformationRequest));
        await office.OpenAsync(zeynep, request.Routings[0].Id);
        await office.ForwardAsync(zeynep, request.Routings[0].Id, null, ReplyStories.Line(centre));
        var untouched = await office.FileAsync(centre, CaseKind.InformationRequest);
        var selin = await office.HireAsync(2, OfficerRole.CaseOfficer, centre);
        (await Unit(office, selin, centre))!.Rows.Select(row => row.Number.CaseId).First().Should().Be(untouched.Id, "the one that was routed waits with the others, by its time");
        (await Unit(office, zeynep, health))!.Rows[0].Number.CaseId.Should().Be(other.Id);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_belongs_to_an_excluded_unit_finds_neither_row_nor_count(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (centre, ankara) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara Valiliği"));
        var selin = await office.HireAsync(1, OfficerRole.CaseOfficer, centre);
        var both = await office.HireAsync(2, OfficerRole.CaseOfficer, centre);
        await office.AlsoAsync(both, OfficerRole.CaseOfficer, ankara);
        var caseFile = await office.FileAsync(centre);
        await office.OpenAsync(selin, caseFile.Routings[0].Id);
        await office.ExcludeAsync(selin, caseFile, ankara);
        await office.ForwardAsync(selin, caseFile.Routings[0].Id, null, ReplyStories.Line(office.Unit("Sağlık Bakanlığı")));
        var other = await office.FileAsync(centre);

        (await Unit(office, both, centre))!.Rows.Should().ContainSingle().Which.Number.CaseId.Should().Be(other.Id);
        (await Unit(office, both, centre))!.Total.Should().Be(1);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Pages_have_no_gap_and_no_repetition_while_rows_leave(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var filed = new List<CaseFile>();
        for (var i = 0; i < 12; i++) filed.Add(await office.FileAsync(health, i % 3 == 0 ? CaseKind.InformationRequest : CaseKind.Request));

        var seen = new List<BoxRow>();
        BoxMark? after = null;
        for (var more = true; more;)
        {
            var page = (await Unit(office, zeynep, health, new BoxSlice(after, Take: 5)))!;
            seen.AddRange(page.Rows);
            (after, more) = (page.Rows[^1].Mark, page.HasMore);
            await office.OpenAsync(zeynep, page.Rows[^1].Routing);   // the very row the next page starts from leaves
        }

        seen.Select(r => r.Number.CaseId).Should().BeEquivalentTo(filed.Select(c => c.Id)).And.OnlyHaveUniqueItems();
        seen.Select(r => r.Mark).Should().BeInAscendingOrder();
    }

    private static Task<BoxPage?> Unit(Office office, Actor actor, UnitId unit, BoxSlice? slice = null) =>
        office.For<UnitInboxQuery>(actor).ReadAsync(unit, slice ?? new BoxSlice(), CancellationToken.None);

    private static Task<BoxPage?> Mine(Office office, Actor actor, RoutingState state) =>
        office.For<MyInboxQuery>(actor).ReadAsync(state, new BoxSlice(), CancellationToken.None);
}
