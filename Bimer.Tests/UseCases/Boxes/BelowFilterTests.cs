using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Alt Birimler narrowed by how far a part has come, in whose hands it is, since when and where: rows and counts agree, and nothing is told that no row tells.</summary>
public sealed class BelowFilterTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_part_is_found_by_how_far_it_has_come_in_whose_hands_it_is_and_since_when(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (ayse, zeynep, selma) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, health), await office.HireAsync(3, OfficerRole.Coordinator, ankara));
        var (held, looked) = (await office.FileAsync(ankara), await office.FileAsync(health, CaseKind.TipOff));
        await office.OpenAsync(ayse, held.Routings[0].Id);
        office.Clock.Pass(TimeSpan.FromDays(3));
        var (other, unread) = (await office.FileAsync(health), await office.FileAsync(health));
        await office.OpenAsync(zeynep, other.Routings[0].Id);
        await office.LookIntoAsync(selma, looked.Routings[0].Id);

        foreach (var (filter, expected) in new (BoxFilter, CaseFile[])[]
        {
            (new() { State = RoutingState.Held }, [held, other]), (new() { State = RoutingState.Waiting }, [looked, unread]), (new() { State = RoutingState.OnHold }, []), (new() { State = Several.Of([RoutingState.OnHold, RoutingState.Held, RoutingState.Waiting]), Kind = Several.Of([CaseKind.TipOff, CaseKind.Thanks]) }, [looked]),
            (new() { Custody = CustodyFilter.Somebody }, [held, other]), (new() { Custody = CustodyFilter.Nobody }, [looked, unread]), (new() { Custody = CustodyFilter.Unread }, [unread]),
            (new() { Holder = ayse.UserId }, [held]), (new() { Holder = selma.UserId }, []), (new() { Holder = new UserId(987_654) }, []),
            (new() { RestingDays = 3 }, [held, looked]), (new() { RestingDays = 1, Custody = CustodyFilter.Nobody, Kind = CaseKind.TipOff }, [looked]), (new() { RestingDays = 7 }, []),
            (new() { At = health, Custody = CustodyFilter.Somebody }, [other]), (new() { At = ankara, WithBelow = true, State = RoutingState.Waiting }, [looked, unread]),
        })
        {
            await ShouldFindAsync(office, selma, filter, expected);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_with_all_below_it_and_a_day_narrow_the_box_whichever_way_it_is_found(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var selma = await office.HireAsync(1, OfficerRole.GeneralCoordinator, ankara);
        var filed = await FileDayByDayAsync(office, ankara, health, izmir);
        var now = office.Clock.GetUtcNow();
        bool IsLate(CaseFile c) => c.DueEndsAt <= now;
        bool IsOfWeek(CaseFile c) => !IsLate(c) && c.DueEndsAt <= now.AddDays(7);
        (filed.Exists(f => IsLate(f.Case)), filed.Exists(f => IsOfWeek(f.Case))).Should().Be((true, true));
        foreach (var (filter, meets) in new (BoxFilter, Func<(CaseFile Case, UnitId At), bool>)[]
        {
            (new() { At = ankara }, f => f.At == ankara), (new() { At = ankara, WithBelow = true }, _ => true), (new() { At = health, WithBelow = true }, f => f.At == health),
            (new() { At = Several.Of([health, izmir]) }, f => f.At == health), (new() { At = Several.Of([health, ankara]), Due = DueFilter.Late }, f => IsLate(f.Case)), (new() { At = Several.Of([izmir, ankara]), WithBelow = true, Kind = Several.Of([CaseKind.Complaint, CaseKind.TipOff]) }, f => f.Case.Kind == CaseKind.Complaint),
            (new() { At = izmir }, _ => false), (new() { At = izmir, WithBelow = true }, _ => false), (new() { At = new UnitId(987_654_321), WithBelow = true }, _ => false),
            (new() { Due = DueFilter.Late }, f => IsLate(f.Case)), (new() { Due = DueFilter.Week }, f => IsOfWeek(f.Case)),
            (new() { Due = DueFilter.Late, At = health }, f => IsLate(f.Case) && f.At == health), (new() { Due = DueFilter.Week, Kind = CaseKind.Complaint, At = ankara, WithBelow = true }, f => IsOfWeek(f.Case) && f.Case.Kind == CaseKind.Complaint),
            (new() { Due = DueFilter.Late, Priority = Priority.Normal }, f => IsLate(f.Case)), (new() { Due = DueFilter.Week, Priority = Priority.Normal }, f => IsOfWeek(f.Case)),
        })
        {
            await ShouldFindAsync(office, selma, filter, [.. filed.Where(meets).Select(f => f.Case)]);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_kept_from_somebody_is_no_holder_and_no_unit_and_a_stranger_has_no_name(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, izmir, centre) = (office.Unit("Ankara Valiliği"), office.Unit("İzmir Valiliği"), office.Unit("BİMER Merkezi"));
        var (ayse, both, stranger) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.Coordinator, izmir), await office.HireAsync(3, OfficerRole.CaseOfficer, centre));
        await office.AlsoAsync(both, OfficerRole.Coordinator, ankara);
        both = both with { Roles = [.. both.Roles, new RoleOn(OfficerRole.Coordinator, ankara)] };
        var kept = await office.FileAsync(ankara);
        await office.OpenAsync(ayse, kept.Routings[0].Id);
        var choices = office.Below(both).Choices;
        (await choices.HoldersAsync(BoxFilter.None, CancellationToken.None)).People.Should().Equal(new BoxHolder(ayse.UserId, "Ad1 Soyad", ankara));
        (await choices.HoldersAsync(new() { At = izmir, WithBelow = true }, CancellationToken.None)).People.Should().BeEmpty();
        (await choices.HolderAsync(ayse.UserId, CancellationToken.None)).Should().Be("Ad1 Soyad");
        (await choices.HolderAsync(stranger.UserId, CancellationToken.None)).Should().BeNull("an address names nobody who works elsewhere");
        (await office.Below(ayse).Choices.HolderAsync(ayse.UserId, CancellationToken.None)).Should().BeNull("an officer looks over nobody");

        await office.ExcludeAsync(ayse, kept, izmir);

        (await choices.HoldersAsync(BoxFilter.None, CancellationToken.None)).People.Should().BeEmpty();
        (await choices.UnitsAsync(CancellationToken.None)).Should().BeEmpty();
        foreach (var filter in new BoxFilter[] { new() { Holder = ayse.UserId }, new() { State = RoutingState.Held }, new() { At = ankara, WithBelow = true }, new() { Custody = CustodyFilter.Somebody } })
            (await office.BelowAsync(both, filter)).Should().BeEquivalentTo(new { Total = 0, Rows = Array.Empty<BoxRow>() });
    }

    /// <summary>All of it is gathered; a walk of four steps finds some; one of a single step none, so they are sorted.</summary>
    private static async Task ShouldFindAsync(Office office, Actor actor, BoxFilter filter, CaseFile[] expected)
    {
        foreach (var parts in (int[])[6_000, 4, 1])
        {
            var page = (await office.Below(actor, parts).ReadAsync(new BoxSlice { Filter = filter }, CancellationToken.None))!;
            page.Rows.Select(r => r.Number.CaseId).Should().BeEquivalentTo(expected.Select(c => c.Id), "of {0} by {1}", filter, parts);
            (page.Total, page.Kinds.Of(filter.Kind)).Should().Be((expected.Length, expected.Length), "of {0} by {1}", filter, parts);
            page.Rows.Select(r => r.Mark).Should().BeInAscendingOrder();
        }
    }

    private static async Task<List<(CaseFile Case, UnitId At)>> FileDayByDayAsync(Office office, UnitId ankara, UnitId health, UnitId elsewhere)
    {
        var filed = new List<(CaseFile Case, UnitId At)>();
        for (var i = 0; i < 9; i++)
        {
            var at = i % 3 == 0 ? ankara : health;
            filed.Add((await office.FileAsync(at, i % 4 == 0 ? CaseKind.InformationRequest : CaseKind.Complaint), at));
            await office.FileAsync(elsewhere);
            office.Clock.Pass(TimeSpan.FromDays(4));
        }

        return filed;
    }
}
