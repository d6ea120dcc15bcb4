using Bimer.Blazor.Live;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>A screen never goes back in time.</summary>
public sealed class LatestAnswerTests
{
    private readonly LatestAnswer _screen = new();

    [Fact]
    public void An_answer_that_comes_after_the_answer_to_a_later_question_is_not_shown()
    {
        var (earlier, later) = (_screen.Ask(), _screen.Ask());
        _screen.IsToBeShown(later).Should().BeTrue();
        _screen.IsToBeShown(earlier).Should().BeFalse();
    }

    [Fact]
    public void Answers_in_the_order_of_their_questions_are_all_shown()
    {
        var (earlier, later) = (_screen.Ask(), _screen.Ask());
        _screen.IsToBeShown(earlier).Should().BeTrue();
        _screen.IsToBeShown(later).Should().BeTrue();
    }
}
