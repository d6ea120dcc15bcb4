using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Alt Birimler: all that is open within somebody's reach, whichever way it is found, on both databases.</summary>
public sealed class BelowTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Who_coordinates_finds_what_is_open_in_their_unit_and_below_it_and_with_whom_it_lies(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, selma) = (house.Office, await house.HireAsync(OfficerRole.Coordinator, house.Ankara));
        var (own, below) = ((await office.FileAsync(house.Ankara)).Routings[0].Id, (await office.FileAsync(house.Health)).Routings[0].Id);
        await office.FileAsync(house.Izmir);
        await office.OpenAsync(house.Ayse, own);

        var page = await office.BelowAsync(selma);

        page.Rows.Select(r => (r.Routing, r.Lies)).Should().BeEquivalentTo(
            [(own, new BoxLies(house.Ankara, RoutingState.Held, "Ad1 Soyad", null, office.Clock.GetUtcNow())), (below, new BoxLies(house.Health, RoutingState.Waiting, null, null, office.Clock.GetUtcNow()))]);
        (page.Total, await CountAsync(office, selma)).Should().Be((2, 2));
        page.Rows.Single(r => r.Routing == below).Summary.Should().BeEmpty("an envelope tells nothing of its inside");
        page.Rows.Single(r => r.Routing == own).Summary.Should().NotBeEmpty();
        (await office.Below(house.Ayse).ReadAsync(new BoxSlice(), CancellationToken.None)).Should().BeNull("an officer reaches nothing below");
        (await CountAsync(office, house.Ayse)).Should().BeNull();
        (await office.BelowAsync(await house.HireAsync(OfficerRole.Executive, house.Izmir))).Rows.Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_ends_leaves_and_what_is_kept_from_somebody_is_neither_row_nor_number(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, state) = (house.Office, await house.HireAsync(OfficerRole.Executive, house.Office.Unit("Başbakanlık")));
        var both = await house.HireAsync(OfficerRole.Coordinator, house.Izmir);
        await office.AlsoAsync(both, OfficerRole.Coordinator, house.Ankara);
        both = both with { Roles = [.. both.Roles, new RoleOn(OfficerRole.Coordinator, house.Ankara)] };
        var caseFile = await office.FileAsync(house.Ankara);
        await office.OpenAsync(house.Ayse, caseFile.Routings[0].Id);
        (await office.BelowAsync(both)).Rows.Should().ContainSingle();

        await office.ExcludeAsync(house.Ayse, caseFile, house.Izmir);
        (await office.BelowAsync(both)).Should().BeEquivalentTo(new { Total = 0, Rows = Array.Empty<BoxRow>() });
        (await CountAsync(office, both)).Should().Be(0);

        await office.ForwardAsync(house.Ayse, caseFile.Routings[0].Id, null, ReplyStories.Line(house.Health));
        (await office.BelowAsync(state)).Rows.Should().ContainSingle().Which.Lies!.At.Should().Be(house.Health, "one part went on, the other ended");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Gathered_or_walked_or_sorted_the_pages_are_the_same_without_a_gap(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, selma) = (house.Office, await house.HireAsync(OfficerRole.GeneralCoordinator, house.Ankara));
        var filed = new List<CaseId>();
        for (var i = 0; i < 14; i++)
        {
            filed.Add((await office.FileAsync(i % 2 == 0 ? house.Ankara : house.Health, i % 3 == 0 ? CaseKind.InformationRequest : CaseKind.Complaint)).Id);
            await office.FileAsync(house.Izmir);
            office.Clock.Pass(TimeSpan.FromDays(1));
        }

        // All of it is gathered; a walk of twelve steps finds most pages; one of three finds none, so they are sorted.
        foreach (var parts in (int[])[6_000, 12, 3])
        {
            var rows = await TurnedOverAsync(office, selma, parts, BoxFilter.None);
            rows.Select(r => r.Number.CaseId).Should().BeEquivalentTo(filed, "by {0}", parts).And.OnlyHaveUniqueItems();
            rows.Select(r => r.Mark).Should().BeInAscendingOrder();
            (await TurnedOverAsync(office, selma, parts, BoxFilter.None with { Kind = CaseKind.InformationRequest })).Should().HaveCount(5).And.OnlyContain(r => r.Kind == CaseKind.InformationRequest);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Words_tell_of_an_envelope_its_number_alone_and_a_unit_and_a_kind_narrow_the_rest(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, selma) = (house.Office, await house.HireAsync(OfficerRole.Coordinator, house.Ankara));
        var (opened, waiting) = (await office.FileTextAsync(house.Ankara, "Lambalar yanmıyor.\nBahçede zürafa var."), await office.FileTextAsync(house.Health, "Lambalar yanmıyor.\nBahçede zürafa var."));
        await office.OpenAsync(house.Ayse, opened.Routings[0].Id);
        async Task<IEnumerable<CaseId>> Find(BoxFilter filter) => (await office.BelowAsync(selma, filter)).Rows.Select(r => r.Number.CaseId);

        (await Find(BoxFilter.None with { Text = "zürafa" })).Should().Equal(opened.Id);
        (await Find(BoxFilter.None with { Text = "lambalar" })).Should().Equal(opened.Id);
        (await Find(BoxFilter.None with { Text = waiting.NumberOf() })).Should().Equal(waiting.Id);
        (await Find(BoxFilter.None with { At = house.Health })).Should().Equal(waiting.Id);
        (await office.BelowAsync(selma, BoxFilter.None with { At = house.Health })).Total.Should().Be(1);
        (await Find(BoxFilter.None with { Kind = CaseKind.Thanks })).Should().BeEmpty();
        (await office.Below(selma).Choices.UnitsAsync(CancellationToken.None)).Should().Equal(house.Health, house.Ankara);

        (await office.LookIntoAsync(selma, waiting.Routings[0].Id)).Should().Be(Outcome.Accepted);
        (await Find(BoxFilter.None with { Text = "zürafa" })).Should().BeEquivalentTo([opened.Id, waiting.Id]);
        var row = (await office.BelowAsync(selma, BoxFilter.None with { At = house.Health })).Rows.Single();
        (row.Lies!.Onlooker, row.Summary.Length > 0).Should().Be(("Ad2 Soyad", true));
    }

    private static async Task<int?> CountAsync(Office office, Actor actor) => (await office.For<CountersQuery>(actor).ReadAsync(CancellationToken.None))!.Below;

    private static async Task<List<BoxRow>> TurnedOverAsync(Office office, Actor actor, int parts, BoxFilter filter)
    {
        var (rows, box) = (new List<BoxRow>(), office.Below(actor, parts));
        BoxMark? after = null;
        for (var more = true; more;)
        {
            var page = (await box.ReadAsync(new BoxSlice(after, Take: 5) { Filter = filter }, CancellationToken.None))!;
            rows.AddRange(page.Rows);
            page.Total.Should().Be(filter.Kind is null ? 14 : 5);
            (after, more) = (page.Rows[^1].Mark, page.HasMore);
        }

        return rows;
    }

    private sealed record House(Office Office, UnitId Ankara, UnitId Health, UnitId Izmir, Actor Ayse) : IAsyncDisposable
    {
        private int _hired = 1;

        public static async Task<House> BuildAsync(Kind kind)
        {
            var office = await Office.OpenAsync(kind);
            var ankara = office.Unit("Ankara Valiliği");
            return new House(office, ankara, office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"), await office.HireAsync(1, OfficerRole.CaseOfficer, ankara));
        }

        public Task<Actor> HireAsync(OfficerRole role, UnitId unit) => Office.HireAsync(++_hired, role, unit);

        public ValueTask DisposeAsync() => Office.DisposeAsync();
    }
}
