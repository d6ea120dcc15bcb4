using Bimer.Blazor.Live;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>A screen never goes back in time, and what may not be seen any more never stays because an answer came late.</summary>
public sealed class LatestAnswerTests
{
    private readonly LatestAnswer _screen = new();

    [Fact]
    public void An_answer_that_comes_after_the_answer_to_a_later_question_is_not_shown()
    {
        var (earlier, later) = (_screen.Ask(), _screen.Ask());
        _screen.UseOf(later).Should().Be(AnswerUse.Show);
        _screen.UseOf(earlier).Should().Be(AnswerUse.Drop);
    }

    [Fact]
    public void Answers_in_the_order_of_their_questions_are_all_shown()
    {
        var (earlier, later) = (_screen.Ask(), _screen.Ask());
        _screen.UseOf(earlier).Should().Be(AnswerUse.Show);
        _screen.UseOf(later).Should().Be(AnswerUse.Show);
    }

    [Fact]
    public void Only_the_question_after_which_none_was_asked_is_the_latest()
    {
        var (earlier, later) = (_screen.Ask(), _screen.Ask());
        (_screen.IsLatest(earlier), _screen.IsLatest(later)).Should().Be((false, true));
    }

    [Fact]
    public void The_first_answer_to_a_question_asked_after_the_blinding_takes_away_what_is_not_in_it_whoever_asked()
    {
        var before = _screen.Ask();
        _screen.Blind();
        var (byTheBlinding, byAnotherBell) = (_screen.Ask(), _screen.Ask());

        _screen.UseOf(before).Should().Be(AnswerUse.Show, "it may still hold what must go");
        _screen.UseOf(byAnotherBell).Should().Be(AnswerUse.ShowNothingElse);
        _screen.UseOf(byTheBlinding).Should().Be(AnswerUse.Drop);
    }

    [Fact]
    public void Once_taken_away_what_leaves_a_list_may_stay_under_a_hand_again()
    {
        _screen.Blind();
        _screen.UseOf(_screen.Ask()).Should().Be(AnswerUse.ShowNothingElse);
        _screen.UseOf(_screen.Ask()).Should().Be(AnswerUse.Show);
    }
}
