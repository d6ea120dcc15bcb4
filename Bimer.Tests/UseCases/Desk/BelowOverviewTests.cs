using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>The desk of those who coordinate or manage: every number on it is that of the rows it leads to (S19, S61).</summary>
public sealed class BelowOverviewTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_open_divides_by_the_units_directly_below_and_every_number_is_that_of_its_rows(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var (state, selma) = (await office.HireAsync(1, OfficerRole.Executive, office.Unit("Başbakanlık")), await office.HireAsync(2, OfficerRole.Coordinator, ankara));
        for (var i = 0; i < 10; i++)
        {
            await office.FileAsync(i % 3 == 0 ? ankara : i % 3 == 1 ? health : izmir, i % 4 == 1 ? CaseKind.InformationRequest : CaseKind.Complaint);
            office.Clock.Pass(TimeSpan.FromDays(4));
        }

        (await ReadAsync(office, state)).Shares.Select(s => (s.Unit, s.IsOwn)).Should().BeEquivalentTo([(ankara, false), (izmir, false)]);
        (await ReadAsync(office, selma)).Shares.Select(s => (s.Unit, s.IsOwn)).Should().BeEquivalentTo([(ankara, true), (health, false)]);
        foreach (var actor in new[] { state, selma })
        {
            var below = await ReadAsync(office, actor);
            below.Open.Should().Be((await office.BelowAsync(actor)).Total);
            below.Spread.Should().Be(below.Shares.Aggregate(new DueSpread(0, 0, 0), (sum, share) => sum + share.Spread));
            below.Spread.Late.Should().Be((await AtAsync(office, actor, Addresses.BelowDue(Addresses.DueLate))).Total).And.BePositive();
            below.Spread.Soon.Should().Be((await AtAsync(office, actor, Addresses.BelowDue(Addresses.DueWithinWeek))).Total).And.BePositive();
            foreach (var share in below.Shares) await ShouldSayItsRowsAsync(office, actor, share);
            below.Shares.Select(s => s.Spread.Late).Should().BeInDescendingOrder();
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_most_urgent_stand_by_their_day_whatever_the_law_and_the_tile_tells_the_oldest_and_the_nearest(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (ayse, selma) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.Coordinator, ankara));
        var filed = new List<CaseFile>();
        for (var i = 0; i < 9; i++)
        {
            filed.Add(await office.FileAsync(i % 2 == 0 ? ankara : health, i % 3 == 1 ? CaseKind.InformationRequest : CaseKind.Complaint));
            await office.FileAsync(office.Unit("İzmir Valiliği"));
            office.Clock.Pass(TimeSpan.FromDays(3));
        }

        await office.OpenAsync(ayse, filed[1].Routings[0].Id);

        var below = await ReadAsync(office, selma);
        var nearest = filed.OrderBy(c => c.DueEndsAt).ThenBy(c => c.Id).Take(OverviewQuery.Most).ToList();
        below.Urgent.Select(line => line.Case).Should().Equal(nearest.Select(c => c.Id));
        below.Age.Should().Be(new BoxAge(filed[0].ReceivedOn, nearest[0].Time));
        below.Urgent.Where(line => line.Summary.Length > 0).Should().ContainSingle("an envelope tells nothing of its inside").Which
            .Should().BeEquivalentTo(new { Case = filed[1].Id, At = health, Holder = "Ad1 Soyad" });
        (await office.For<BelowOverviewQuery>(ayse).ReadAsync(CancellationToken.None)).Should().BeNull("an officer looks over nobody");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_came_for_information_is_open_and_nobodys_lateness_and_what_is_kept_from_somebody_is_neither(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health, izmir, centre) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"), office.Unit("BİMER Merkezi"));
        var (ayse, selma, both) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.Coordinator, ankara), await office.HireAsync(3, OfficerRole.Coordinator, izmir));
        await office.AlsoAsync(both, OfficerRole.Coordinator, ankara);
        both = both with { Roles = [.. both.Roles, new RoleOn(OfficerRole.Coordinator, ankara)] };
        var sent = (await office.FileAsync(ankara)).Routings[0].Id;
        await office.OpenAsync(ayse, sent);
        await office.ForwardAsync(ayse, sent, null, ReplyStories.Line(centre), ReplyStories.Line(health, RoutingPurpose.Information));
        office.Clock.Pass(TimeSpan.FromDays(40));

        var below = await ReadAsync(office, selma);
        (below.Open, below.Spread, below.Urgent.Count, below.Age!.Nearest).Should().Be((1, new DueSpread(0, 0, 0), 0, null));

        var kept = await office.FileAsync(ankara);
        await office.OpenAsync(ayse, kept.Routings[0].Id);
        (await ReadAsync(office, both)).Shares.Select(s => s.Unit).Should().BeEquivalentTo([ankara, health]);
        await office.ExcludeAsync(ayse, kept, izmir);
        (await ReadAsync(office, both)).Shares.Select(s => s.Unit).Should().Equal(health);
        (await ReadAsync(office, selma)).Open.Should().Be(2);
    }

    private static async Task ShouldSayItsRowsAsync(Office office, Actor actor, UnitShare share)
    {
        share.Open.Should().Be((await AtAsync(office, actor, Addresses.BelowAt(share.Unit, !share.IsOwn))).Total);
        share.Spread.Late.Should().Be((await AtAsync(office, actor, Addresses.BelowAt(share.Unit, !share.IsOwn, Addresses.DueLate))).Total);
        share.Spread.Soon.Should().Be((await AtAsync(office, actor, Addresses.BelowAt(share.Unit, !share.IsOwn, Addresses.DueWithinWeek))).Total);
    }

    private static async Task<BelowOverview> ReadAsync(Office office, Actor actor) =>
        (await office.For<BelowOverviewQuery>(actor).ReadAsync(CancellationToken.None))!;

    private static async Task<BoxPage> AtAsync(Office office, Actor actor, string address) =>
        await office.BelowAsync(actor, new BoxFilters(new PlaceDirectory([]), new TopicDirectory([])).Of("https://bimer.invalid" + address));
}
