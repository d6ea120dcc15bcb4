using Bimer.Blazor.Workspace;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>When the draft of a desk is saved: after a pause, while nobody pauses, again where it failed, and never after the work was sent (U13, U14).</summary>
public sealed class DeskKeeperTests
{
    [Fact]
    public async Task Of_many_changes_the_newest_is_saved_after_a_pause_and_at_once_when_the_desk_is_left()
    {
        var (clock, saved, told) = (new TestClock(), new List<string>(), 0);
        var keeper = new DeskKeeper<string>(clock, (content, _) => Save(saved, content), () => Task.FromResult(told++));
        keeper.Change("b");
        keeper.Change("bi");
        await Eventually.TrueAsync(() => clock.WaitingTimers == 1, "the pause of the newest change alone runs");
        clock.Pass(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(() => told == 1, "the pause is over");
        saved.Should().Equal("bi");

        keeper.Change("bir");
        await keeper.DisposeAsync();

        saved.Should().Equal("bi", "bir");
    }

    [Fact]
    public async Task Of_typing_without_a_pause_two_seconds_at_most_are_not_saved()
    {
        var (clock, savedAt, longest) = (new TestClock(), new List<DateTimeOffset>(), TimeSpan.Zero);
        var (began, keeper) = (clock.GetUtcNow(), new DeskKeeper<int>(clock, (_, _) => { savedAt.Add(clock.GetUtcNow()); return Task.FromResult(true); }, () => Task.CompletedTask));
        for (var (key, due) = (0, 0); key < 200; key++, clock.Pass(TimeSpan.FromMilliseconds(100)))
        {
            if (clock.WaitingTimers == 0 && key > 0) due++;   // its time came
            await Eventually.TrueAsync(() => savedAt.Count == due, "what is due is saved while typing goes on");
            keeper.Change(key);
        }

        foreach (var at in savedAt) (longest, began) = (at - began > longest ? at - began : longest, at);
        savedAt.Should().HaveCountGreaterThan(9);
        longest.Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
        await keeper.DisposeAsync();
    }

    [Fact]
    public async Task A_save_that_failed_is_tried_again_without_another_key()
    {
        var (clock, tries, told) = (new TestClock(), new List<string>(), 0);
        await using var keeper = new DeskKeeper<string>(clock, (content, _) => { tries.Add(content); return Task.FromResult(tries.Count == 3); }, () => Task.FromResult(told++));
        keeper.Change("yarım");

        for (var after = 1; after <= 3; after++)
        {
            await Eventually.TrueAsync(() => clock.WaitingTimers == 1, "it waits for its next try");
            clock.Pass(TimeSpan.FromSeconds(after));
            await Eventually.TrueAsync(() => told == after, "it was tried");
        }

        tries.Should().Equal("yarım", "yarım", "yarım");
        clock.WaitingTimers.Should().Be(0, "saved is saved");
    }

    [Fact]
    public async Task After_the_work_was_sent_no_late_save_comes()
    {
        var (clock, saved) = (new TestClock(), new List<string>());
        var keeper = new DeskKeeper<string>(clock, (content, _) => Save(saved, content), () => Task.CompletedTask);
        keeper.Change("yarım");

        await keeper.StopAsync();
        keeper.Change("yarım kalan");   // the second of two clicks
        clock.Pass(TimeSpan.FromSeconds(2));
        await keeper.DisposeAsync();

        saved.Should().BeEmpty();
    }

    [Fact]
    public async Task A_click_that_comes_after_the_desk_was_left_does_no_harm()
    {
        var (clock, saved) = (new TestClock(), new List<string>());
        var keeper = new DeskKeeper<string>(clock, (content, _) => Save(saved, content), () => Task.CompletedTask);
        keeper.Change("yarım");
        await keeper.DisposeAsync();

        var late = () => keeper.Change("geç");

        late.Should().NotThrow();
        clock.WaitingTimers.Should().Be(0);
        saved.Should().Equal("yarım");
    }

    [Fact]
    public async Task Whoever_leaves_while_a_save_is_under_way_waits_for_its_end()
    {
        var (clock, begun, answer) = (new TestClock(), new TaskCompletionSource(), new TaskCompletionSource<bool>());
        var keeper = new DeskKeeper<string>(clock, (_, _) => { begun.SetResult(); return answer.Task; }, () => Task.CompletedTask);
        keeper.Change("yarım");
        await Eventually.TrueAsync(() => clock.WaitingTimers == 1, "the pause runs");
        clock.Pass(TimeSpan.FromSeconds(2));
        await begun.Task;

        var leaving = keeper.DisposeAsync().AsTask();
        for (var turn = 0; turn < 1_000 && !leaving.IsCompleted; turn++) await Task.Yield();
        leaving.IsCompleted.Should().BeFalse("the save would end with nothing to give its turn back to");

        answer.SetResult(true);
        await leaving;
    }

    private static Task<bool> Save(List<string> saved, string content)
    {
        saved.Add(content);
        return Task.FromResult(true);
    }
}
