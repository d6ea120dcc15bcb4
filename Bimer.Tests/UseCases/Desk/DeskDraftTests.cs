using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>What stands on a desk outlives the screen, for the person who put it there alone (U13, U14).</summary>
public sealed class DeskDraftTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_draft_comes_back_to_whoever_left_it_and_to_nobody_else(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var colleague = await story.Office.HireAsync(3, OfficerRole.CaseOfficer, story.Unit);
        var stranger = await story.Office.HireAsync(4, OfficerRole.CaseOfficer, story.Office.Unit("İzmir Valiliği"));
        await KeepAsync(story, story.Writer, "Birinci");
        await KeepAsync(story, story.Writer, "İkinci");

        (await ReadAsync(story, story.Writer)).Should().Be("İkinci");
        (await ReadAsync(story, colleague)).Should().BeNull();
        (await KeepAsync(story, stranger, "Yabancı")).Should().BeNull("to a stranger there is no such case");
        (await story.Office.For<DeskDrafts>(story.Writer).ReadAsync<NoteDraft>(story.Routing, DeskKind.Approving, CancellationToken.None))
            .Should().BeNull("another desk has a draft of its own");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_save_that_does_not_know_of_the_newest_is_not_done_and_is_told_of_it(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var first = (await SaveAsync(story, "Birinci", since: null)).At;
        var second = (await SaveAsync(story, "İkinci", first)).At;   // of the same tick of the clock

        var late = await SaveAsync(story, "Geç", first);
        var blind = await SaveAsync(story, "Hiçbirini görmeyen", since: null);

        second.Should().BeAfter(first!.Value);
        foreach (var refused in (DraftSave<NoteDraft>[])[late, blind]) refused.Should().BeEquivalentTo(new { At = (DateTimeOffset?)null, Elsewhere = new { Content = new { Note = "İkinci" }, At = second } });
        (await ReadAsync(story, story.Writer)).Should().Be("İkinci");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_sent_work_nothing_comes_back(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await KeepAsync(story, story.Writer, "Not");

        await story.Office.For<DeskDrafts>(story.Writer).ForgetAsync(story.Routing, DeskKind.Forwarding, CancellationToken.None);

        (await ReadAsync(story, story.Writer)).Should().BeNull();
    }

    [Fact]
    public async Task Of_many_changes_the_newest_is_saved_after_a_pause_and_at_once_when_the_desk_is_left()
    {
        var (clock, saved, told) = (new TestClock(), new List<string>(), new List<DateTimeOffset?>());
        var keeper = new DeskKeeper<string>(clock, (content, _) => Save(saved, content, clock), at => Tell(told, at));
        keeper.Change("b");
        keeper.Change("bi");
        await Eventually.TrueAsync(() => clock.WaitingTimers == 1, "the pause of the newest change alone runs");
        clock.Pass(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(() => told.Count == 1, "the pause is over");
        saved.Should().Equal("bi");

        keeper.Change("bir");
        await keeper.DisposeAsync();

        saved.Should().Equal("bi", "bir");
    }

    [Fact]
    public async Task After_the_work_was_sent_no_late_save_comes()
    {
        var (clock, saved) = (new TestClock(), new List<string>());
        var keeper = new DeskKeeper<string>(clock, (content, _) => Save(saved, content, clock), _ => Task.CompletedTask);
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
        var keeper = new DeskKeeper<string>(clock, (content, _) => Save(saved, content, clock), _ => Task.CompletedTask);
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
        var (clock, begun, answer) = (new TestClock(), new TaskCompletionSource(), new TaskCompletionSource<DateTimeOffset?>());
        var keeper = new DeskKeeper<string>(clock, (_, _) => { begun.SetResult(); return answer.Task; }, _ => Task.CompletedTask);
        keeper.Change("yarım");
        await Eventually.TrueAsync(() => clock.WaitingTimers == 1, "the pause runs");
        clock.Pass(TimeSpan.FromSeconds(2));
        await begun.Task;

        var leaving = keeper.DisposeAsync().AsTask();
        for (var turn = 0; turn < 1_000 && !leaving.IsCompleted; turn++) await Task.Yield();
        leaving.IsCompleted.Should().BeFalse("the save would end with nothing to give its turn back to");

        answer.SetResult(clock.GetUtcNow());
        await leaving;
    }

    private static Task<DateTimeOffset?> Save(List<string> saved, string content, TestClock clock)
    {
        saved.Add(content);
        return Task.FromResult<DateTimeOffset?>(clock.GetUtcNow());
    }

    private static Task Tell(List<DateTimeOffset?> told, DateTimeOffset? at)
    {
        told.Add(at);
        return Task.CompletedTask;
    }

    /// <summary>By somebody who has read what is there.</summary>
    private static async Task<DateTimeOffset?> KeepAsync(AReplyStory story, Actor actor, string note)
    {
        var drafts = story.Office.For<DeskDrafts>(actor);
        var since = (await drafts.ReadAsync<NoteDraft>(story.Routing, DeskKind.Forwarding, CancellationToken.None))?.At;
        return (await drafts.SaveAsync(story.Routing, DeskKind.Forwarding, new NoteDraft(note), since, CancellationToken.None)).At;
    }

    private static Task<DraftSave<NoteDraft>> SaveAsync(AReplyStory story, string note, DateTimeOffset? since) =>
        story.Office.For<DeskDrafts>(story.Writer).SaveAsync(story.Routing, DeskKind.Forwarding, new NoteDraft(note), since, CancellationToken.None);

    private static async Task<string?> ReadAsync(AReplyStory story, Actor actor) =>
        (await story.Office.For<DeskDrafts>(actor).ReadAsync<NoteDraft>(story.Routing, DeskKind.Forwarding, CancellationToken.None))?.Content.Note;
}
