using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>A box in another order than its own: the same rows, page by page, and the same on both databases.</summary>
public sealed class BoxOrderTests
{
    private const int Few = 7;

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task In_every_order_a_box_has_the_same_rows_page_by_page_with_unrouted_requests_first(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var cases = await office.FileManyAsync(health);
        foreach (var held in cases.Take(30)) await office.OpenAsync(zeynep, held.Routings[0].Id);
        foreach (var sent in cases.Take(9)) await office.ForwardAsync(zeynep, sent.Routings[0].Id, null, ReplyStories.Line(office.Unit("Ankara Valiliği")));

        await CompareAsync(Box.Unit, slice => office.For<UnitInboxQuery>(zeynep).ReadAsync(health, slice, CancellationToken.None), 30);
        await CompareAsync(Box.Mine, slice => office.For<MyInboxQuery>(zeynep).ReadAsync(RoutingState.Held, slice, CancellationToken.None), 21);
        await CompareAsync(Box.Forwarded, slice => office.For<MyInboxQuery>(zeynep).ReadAsync(RoutingState.Forwarded, slice, CancellationToken.None), 9);
        var selma = await office.HireAsync(2, OfficerRole.Coordinator, health);
        await CompareAsync(Box.Below, slice => office.Below(selma).ReadAsync(slice, CancellationToken.None), 51);
        foreach (var watched in cases.Skip(10).Take(20)) await office.Handler<FollowCaseHandler>(zeynep).HandleAsync(new FollowCase(OfficeStories.NewCommand(), watched.Id, null), CancellationToken.None);
        await CompareAsync(Box.Followed, slice => office.For<FollowedQuery>(zeynep).ReadAsync(slice, CancellationToken.None), 20);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Units_come_as_in_a_Turkish_dictionary_and_backwards_the_other_way_round(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var state = await office.HireAsync(1, OfficerRole.Executive, office.Unit("Başbakanlık"));
        string[] names = ["İzmir Valiliği", "Sağlık Bakanlığı", "Ankara Valiliği", "BİMER Merkezi", "Ankara İl Sağlık Müdürlüğü"];
        foreach (var name in names) await office.FileAsync(office.Unit(name));
        var directory = office.Services.GetRequiredService<UnitDirectory>();

        foreach (var isDown in (bool[])[false, true])
        {
            var page = await office.BelowAsync(state, new BoxFilter { Order = new(SortBy.Unit, isDown) });
            var expected = names.Order(StringComparer.Create(CultureInfo.GetCultureInfo("tr-TR"), ignoreCase: false)).ToList();
            if (isDown) expected.Reverse();
            page.Rows.Select(row => directory.NameOf(row.Lies!.At)).Should().Equal(expected);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_box_that_is_too_long_keeps_its_own_order_and_says_that_it_does(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, services => services.AddSingleton(new SortLimits(Few)));
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        for (var i = 0; i < Few; i++) await office.FileAsync(health, i % 2 == 0 ? CaseKind.Thanks : CaseKind.Request);
        Task<BoxPage?> Read(BoxFilter filter) => office.For<UnitInboxQuery>(zeynep).ReadAsync(health, new BoxSlice { Filter = filter }, CancellationToken.None);
        var asked = new BoxFilter { Order = new(SortBy.Number, true) };

        (await Read(asked))!.IsSorted.Should().BeTrue("so many may still be sorted");
        await office.FileAsync(health);
        var page = (await Read(asked))!;
        (page.IsSorted, page.Total).Should().Be((false, Few + 1));
        page.Rows.Select(row => row.Routing).Should().Equal((await Read(BoxFilter.None))!.Rows.Select(row => row.Routing));
        (await Read(asked with { Kind = CaseKind.Thanks }))!.IsSorted.Should().BeTrue("what the filter leaves is short enough");
    }

    [Fact]
    public void By_who_applies_no_box_is_sorted_and_an_order_is_read_as_it_was_written()
    {
        foreach (var box in (Box[])[Box.Unit, Box.Mine, Box.OnHold, Box.Returned, Box.Submitted, Box.SentBack, Box.Replied, Box.Forwarded, Box.Followed, Box.Below, Box.Approvals])
        {
            BoxOrder.Of(box, BoxColumn.Applicant).Should().BeNull();
            BoxOrder.UsualOf(box).In(box).Should().BeNull("it is the box's own");
            foreach (var order in OrdersOf(box)) (BoxOrder.Read(order.Slug), BoxOrder.Read(order.Slug + "x")).Should().Be((order, null));
        }

        new BoxOrder(SortBy.Unit, true).In(Box.Forwarded).Should().BeNull("its column tells a sentence");
        typeof(Bimer.Blazor.Workspace.Inbox.Sorting.SortKey).GetProperties().Select(property => property.PropertyType).Should().NotContain(typeof(string), "no word of an applicant is read for an order");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_order_of_one_box_is_kept_for_one_person_and_leaves_the_columns_as_they_are(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var (zeynep, mehmet) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        var newest = new BoxOrder(SortBy.Filed, true);
        await office.For<BoxPreferences>(zeynep).KeepAsync(new BoxChoices([CaseKind.TipOff]) { IsTable = true }, CancellationToken.None);

        await office.For<BoxPreferences>(zeynep).KeepOrderAsync(Box.Unit, newest, CancellationToken.None);

        var kept = await ReadAsync(office, zeynep);
        (kept.OrderOf(Box.Unit), kept.OrderOf(Box.Mine), kept.IsTable, kept.Kinds.Single()).Should().Be((newest, null, true, CaseKind.TipOff));
        (await ReadAsync(office, mehmet)).OrderOf(Box.Unit).Should().BeNull();
        await office.For<BoxPreferences>(zeynep).KeepOrderAsync(Box.Unit, BoxOrder.UsualOf(Box.Unit), CancellationToken.None);
        (await ReadAsync(office, zeynep)).Orders.Should().BeEmpty("the box's own order is no choice");
    }

    private static Task<BoxChoices> ReadAsync(Office office, Actor actor) => office.For<BoxPreferences>(actor).ReadAsync(CancellationToken.None);

    private static IEnumerable<BoxOrder> OrdersOf(Box box) => BoxOrder.AllOf(box).SelectMany(by => (BoxOrder[])[new(by, false), new(by, true)]);

    private static async Task CompareAsync(Box box, Func<BoxSlice, Task<BoxPage?>> read, int rows)
    {
        var usual = (await read(new BoxSlice(Take: BoxSlice.Most)))!.Rows;
        usual.Should().HaveCount(rows);
        foreach (var order in OrdersOf(box).Where(order => order.In(box) is not null))
        {
            var shown = await AllAsync(order, rows, read);
            shown.Select(row => row.Routing).Should().BeEquivalentTo(usual.Select(row => row.Routing), "by {0}", order).And.OnlyHaveUniqueItems();
            var ahead = usual.TakeWhile(row => row.Rank < 0).ToList();
            shown.Take(ahead.Count).Select(row => row.Routing).Should().BeEquivalentTo(ahead.Select(row => row.Routing), "nobody has routed them, by {0}", order);
            if (order.By == SortBy.Unit) continue;
            var keys = shown.Skip(ahead.Count).Select(row => ValueOf(row, order.By)).ToList();
            keys.Should().BeEquivalentTo(order.IsDown ? keys.OrderDescending() : keys.Order(), told => told.WithStrictOrdering(), "by {0}", order);
        }
    }

    private static async Task<List<BoxRow>> AllAsync(BoxOrder order, int rows, Func<BoxSlice, Task<BoxPage?>> read)
    {
        var seen = new List<BoxRow>();
        BoxPage page;
        do
        {
            page = (await read(new BoxSlice(seen.Count == 0 ? null : seen[^1].Mark, Take: Few) { Filter = new() { Order = order } }))!;
            (page.IsSorted, page.Total, page.Kinds.Total).Should().Be((true, rows, rows));
            seen.AddRange(page.Rows);
        }
        while (page.HasMore);
        return seen;
    }

    // As the row itself tells it, and not the key it was sorted by.
    private static long ValueOf(BoxRow row, SortBy by) => by switch
    {
        SortBy.Due => row.DueEndsAt.UtcTicks,
        SortBy.Filed => row.FiledAt.UtcTicks,
        SortBy.Number => row.Number.CaseId.Value,
        SortBy.Kind => (long)row.Kind,
        SortBy.Basis => row.Kind == CaseKind.InformationRequest ? 2 : 1,
        SortBy.Channel => (long)row.Channel,
        SortBy.Priority => (long)row.Priority,
        SortBy.Elapsed => -row.ReceivedOn.DayNumber,
        _ => row.Rank,
    };
}
