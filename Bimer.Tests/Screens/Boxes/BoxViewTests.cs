using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>What a screen shows of a box when answers overtake one another.</summary>
public sealed class BoxViewTests
{
    private readonly BoxView _view = new();

    [Fact]
    public void An_answer_asked_for_before_more_was_shown_takes_nothing_for_gone_that_it_does_not_tell_of()
    {
        _view.Load(Page(1, 50, hasMore: true));
        var asked = _view.Reach;
        _view.Append(Page(51, 50, hasMore: true));
        _view.Append(Page(101, 50, hasMore: true));

        _view.Refresh(Page(1, asked, hasMore: true));

        _view.Lines.Should().HaveCount(150);
        _view.Lines.Should().NotContain(l => _view.IsGone(l));
        _view.Waiting.Should().Be(0);
    }

    [Fact]
    public void What_left_within_the_answer_is_gone_although_more_lies_behind_it()
    {
        _view.Load(Page(1, 50, hasMore: true));

        _view.Refresh(Page(2, 100, hasMore: true));

        _view.Lines.Should().HaveCount(49).And.NotContain(l => l.Mark.Rank == 1);
    }

    [Fact]
    public void After_a_blinding_nothing_stays_that_the_answer_does_not_tell_of()
    {
        _view.Load(Page(1, 50, hasMore: true));
        _view.Append(Page(51, 50, hasMore: false));
        _view.Touch(true);

        _view.RefreshBlinded(Page(1, 60, hasMore: true));

        _view.Lines.Select(l => l.Mark.Rank).Should().Equal(Enumerable.Range(1, 60).Select(i => (long)i));
        _view.HasMore.Should().BeTrue("the rest can be asked for again");
    }

    [Fact]
    public void There_is_no_more_once_nothing_lies_behind_the_last_row()
    {
        _view.Load(Page(1, 50, hasMore: true));

        _view.Refresh(Page(1, 51, hasMore: false));
        _view.HasMore.Should().BeTrue("one row lies behind");

        _view.Refresh(Page(1, 50, hasMore: false));
        _view.HasMore.Should().BeFalse();
    }

    private static WrittenPage Page(int first, int rows, bool hasMore)
    {
        List<BoxLine> lines = [.. Enumerable.Range(first, rows).Select(rank => new BoxLine(new BoxMark(rank, new RoutingId(rank)), $"{rank}", "", default, default))];
        return new WrittenPage(new BoxPage([], hasMore, rows, default), lines, lines.ToDictionary(l => l.Routing));
    }
}
