using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Bulk;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>Which rows are chosen (U39, U40).</summary>
public sealed class BoxSelectionTests
{
    private readonly BoxSelection _picks = new();
    private readonly IReadOnlyList<BoxLine> _shown = Lines(1, 10);

    [Fact]
    public void With_shift_every_row_from_the_last_one_on_becomes_as_this_one()
    {
        _picks.Toggle(Id(3), isRange: true, _shown);
        Chosen().Should().Equal(3);

        _picks.Toggle(Id(6), isRange: true, _shown);
        Chosen().Should().Equal(3, 4, 5, 6);

        _picks.Toggle(Id(9), isRange: false, _shown);
        _picks.Toggle(Id(4), isRange: true, _shown);
        Chosen().Should().Equal([3], "four was chosen: what lies from nine up to it is chosen no more");
    }

    [Fact]
    public void The_range_follows_the_screen_where_the_last_row_has_left_it()
    {
        _picks.Toggle(Id(2), isRange: false, _shown);
        _picks.Toggle(Id(8), isRange: true, Lines(5, 6));

        _picks.InOrder(Lines(5, 6)).Should().Equal([Id(8), Id(2)], "nothing lies between a row and one that is not there");
    }

    [Fact]
    public void The_headers_box_means_the_rows_on_the_screen_and_no_others()
    {
        _picks.SetShown(_shown, isWanted: true);
        _picks.HasAll(_shown).Should().BeTrue();
        _picks.HasAll(Lines(1, 11)).Should().BeFalse();
        _picks.IsWhole.Should().BeFalse();

        _picks.SetShown(_shown, isWanted: false);
        _picks.Count.Should().Be(0);
        _picks.HasAll([]).Should().BeFalse("of no rows none is chosen");
    }

    [Fact]
    public void All_of_the_box_is_all_until_a_row_is_taken_out()
    {
        _picks.SetAll(Enumerable.Range(1, 214).Select(Id), hasMore: false);
        (_picks.Count, _picks.IsWhole, _picks.IsCut).Should().Be((214, true, false));

        _picks.Toggle(Id(7), isRange: false, _shown);
        (_picks.Count, _picks.IsWhole).Should().Be((213, false));
    }

    [Fact]
    public void No_more_than_five_hundred_are_chosen_and_it_is_said_where_it_was_cut()
    {
        _picks.SetAll(Enumerable.Range(1, BoxSelection.Most).Select(Id), hasMore: true);
        (_picks.IsWhole, _picks.IsCut, _picks.IsFull).Should().Be((false, true, true));

        _picks.Toggle(Id(501), isRange: false, _shown);
        _picks.Has(Id(501)).Should().BeFalse();
        _picks.Count.Should().Be(500);
    }

    [Fact]
    public void What_was_done_is_chosen_no_more_and_the_end_forgets_all()
    {
        _picks.Turn(isOn: true);
        _picks.SetAll([Id(1), Id(2), Id(3)], hasMore: false);

        _picks.Drop([Id(2)]);
        (Chosen().Count, _picks.IsWhole).Should().Be((2, false));
        _picks.Turn(isOn: false);
        (_picks.Count, _picks.IsOn).Should().Be((0, false));
    }

    private List<long> Chosen() => [.. _picks.InOrder(_shown).Select(id => id.Value)];

    private static RoutingId Id(int number) => new(number);

    private static IReadOnlyList<BoxLine> Lines(int first, int rows) =>
        [.. Enumerable.Range(first, rows).Select(number => new BoxLine(new BoxMark(number, Id(number)), $"{number}", "", default, default))];
}
