using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>What the counters, the boxes and the desk of somebody say of the same things.</summary>
internal static class BoxesAgree
{
    public static async Task CompareAsync(Office office, Staff staff, Actor person, int seed)
    {
        var mine = office.For<MyInboxQuery>(person);
        Task<int> Rows(RoutingState state) => RowsAsync(slice => mine.ReadAsync(state, slice, CancellationToken.None));
        var unit = await RowsAsync(slice => office.For<UnitInboxQuery>(person).ReadAsync(person == staff.Ayse ? staff.Ankara : staff.Health, slice, CancellationToken.None));
        var letters = await RowsAsync(slice => office.For<ApprovalBoxQuery>(person).ReadAsync(slice, CancellationToken.None));

        (await CountsAsync(office, person)).Should().Be(new BoxCounts(
            await Rows(RoutingState.Held), await Rows(RoutingState.AwaitingApproval), await Rows(RoutingState.InRevision),
            await Rows(RoutingState.Answered), await Rows(RoutingState.Forwarded), await Rows(RoutingState.OnHold), await Rows(RoutingState.CameBack), unit, letters)
        {
            Followed = await RowsAsync(slice => office.For<FollowedQuery>(person).ReadAsync(slice, CancellationToken.None)),
        }, "seed {0}", seed);
        await AgesAgreeAsync(office, person, seed);
    }

    /// <summary>What the rows tell of the age of their box is what is asked for where not all rows are on the screen, and what the desk says.</summary>
    private static async Task AgesAgreeAsync(Office office, Actor person, int seed)
    {
        var (mine, followed, desk) = (office.For<MyInboxQuery>(person), office.For<FollowedQuery>(person), await office.For<BoxAgesQuery>(person).ReadAsync(CancellationToken.None));
        foreach (var box in (Box[])[Box.Mine, Box.OnHold, Box.Returned, Box.Submitted, Box.SentBack, Box.Replied, Box.Forwarded])
        {
            if (await mine.ReadAsync(box.State!.Value, new BoxSlice(Take: BoxSlice.Most), CancellationToken.None) is not { HasMore: false } whole) continue;
            var told = whole.AgeOf(box);
            (await mine.AgeAsync(box.State.Value, BoxFilter.None, CancellationToken.None)).Should().BeEquivalentTo(told, "of {0}, seed {1}", box.Key, seed);
            if (person.UnitsAs(OfficerRole.CaseOfficer).Any()) desk.GetValueOrDefault(box.Key).Should().BeEquivalentTo(told, "of {0}, seed {1}", box.Key, seed);
        }

        var watched = (await followed.ReadAsync(new BoxSlice(Take: BoxSlice.Most), CancellationToken.None))!;
        if (watched.HasMore) return;
        var age = await followed.AgeAsync(BoxFilter.None, CancellationToken.None);
        (age is null ? null : age with { Watched = null }).Should().BeEquivalentTo(watched.AgeOf(Box.Followed), "seed {0}", seed);
    }

    public static async Task CompareBelowAsync(Office office, Staff staff, Actor coordinator, int seed)
    {
        await using var db = await office.DbAsync();
        var there = db.Routings.Where(r => r.EndedAt == null && (r.To == staff.Ankara || r.To == staff.Health));   // the ministry is nobody's here
        var (open, unread) = (await there.CountAsync(), await there.CountAsync(r => r.Custodian == null && r.LookedAt == null));
        (await office.BelowAsync(coordinator, new BoxFilter { Custody = CustodyFilter.Unread })).Total.Should().Be(unread, "of what nobody has read, seed {0}", seed);
        var box = (await office.Below(coordinator).ReadAsync(new BoxSlice(Take: BoxSlice.Most), CancellationToken.None))!;
        var (age, told) = (await office.Below(coordinator).AgeAsync(BoxFilter.None, CancellationToken.None), box.AgeOf(Box.Below));
        if (!box.HasMore) (age!.OldestOn, age.Nearest!.EndsAt).Should().Be((told!.OldestOn, told.Nearest!.EndsAt), "seed {0}", seed);
        ((await CountsAsync(office, coordinator)).Below, box.Total, box.Kinds.Total).Should().Be((open, open, open), "seed {0}", seed);
    }

    /// <summary>Page by page to the last one.</summary>
    private static async Task<int> RowsAsync(Func<BoxSlice, Task<BoxPage?>> read)
    {
        var rows = 0;
        for (BoxMark? after = null; await read(new BoxSlice(after)) is { } page; after = page.Rows[^1].Mark)
        {
            rows += page.Rows.Count;
            if (!page.HasMore) break;
        }

        return rows;
    }

    public static async Task<BoxCounts> CountsAsync(Office office, Actor person) => (await office.For<CountersQuery>(person).ReadAsync(CancellationToken.None))!;
}
