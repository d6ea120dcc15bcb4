using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Desk;

/// <summary>One person, one desk, two devices: neither text is lost unseen (U13).</summary>
public sealed class DraftPadTests
{
    [Theory]
    [InlineData(Kind.Sqlite, true)]
    [InlineData(Kind.Postgres, false)]
    public async Task The_later_device_is_told_saves_nothing_more_and_chooses(Kind kind, bool mine)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await using var here = PadOf(story);
        await using var there = PadOf(story);
        await TypeAsync(story, here, "Buradaki");
        await TypeAsync(story, there, "Oradaki");
        (here.State, there.State, there.Other).Should().Be((DraftState.Saved, DraftState.Elsewhere, new NoteDraft("Buradaki")));

        there.Change(new NoteDraft("Oradaki, daha uzun"));
        story.Office.Clock.Pass(TimeSpan.FromSeconds(2));
        there.State.Should().Be(DraftState.Elsewhere, "nothing is saved until somebody has chosen");
        (await KeptAsync(story)).Should().Be("Buradaki");

        if (mine) there.KeepMine(new NoteDraft("Oradaki, daha uzun"));
        else there.TakeOther().Note.Should().Be("Buradaki");
        if (mine) await SavedAsync(story, there);

        there.Other.Should().BeNull();
        (await KeptAsync(story)).Should().Be(mine ? "Oradaki, daha uzun" : "Buradaki");
    }

    [Fact]
    public async Task What_was_left_comes_back_and_is_gone_on_with()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        await using (var left = PadOf(story)) left.Change(new NoteDraft("Yarım"));
        await using var pad = PadOf(story);
        pad.State.Should().Be(DraftState.Untouched);

        (await pad.TakeUpAsync(CancellationToken.None))!.Note.Should().Be("Yarım");
        pad.State.Should().Be(DraftState.Restored);
        await TypeAsync(story, pad, "Yarım kalan");

        (pad.State, pad.At, await KeptAsync(story)).Should().Be((DraftState.Saved, await AtAsync(story), "Yarım kalan"));
    }

    [Fact]
    public async Task What_was_left_in_a_round_that_is_over_is_not_shown_and_not_in_the_way()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        await using (var left = PadOf(story)) left.Change(new NoteDraft("Önceki tur"));
        var submitted = (await AtAsync(story))!.Value.AddTicks(1);
        await using var pad = PadOf(story);

        (await pad.TakeUpAsync(CancellationToken.None, notBefore: submitted)).Should().BeNull();
        pad.State.Should().Be(DraftState.Untouched);
        await TypeAsync(story, pad, "Bu tur");

        (pad.State, await KeptAsync(story)).Should().Be((DraftState.Saved, "Bu tur"));
    }

    private static DraftPad<NoteDraft> PadOf(AReplyStory story) => story.Office.For<DeskDrafts>(story.Writer).PadOf<NoteDraft>(story.Routing, DeskKind.Holding, () => Task.CompletedTask);

    private static async Task TypeAsync(AReplyStory story, DraftPad<NoteDraft> pad, string note)
    {
        pad.Change(new NoteDraft(note));
        pad.State.Should().Be(DraftState.Saving);
        await SavedAsync(story, pad);
    }

    private static async Task SavedAsync(AReplyStory story, DraftPad<NoteDraft> pad)
    {
        await Eventually.TrueAsync(() =>
        {
            story.Office.Clock.Pass(TimeSpan.FromSeconds(2));
            return pad.State != DraftState.Saving;
        }, "the pause is over and the save has ended");
    }

    private static Task<KeptDraft<NoteDraft>?> DraftAsync(AReplyStory story) =>
        story.Office.For<DeskDrafts>(story.Writer).ReadAsync<NoteDraft>(story.Routing, DeskKind.Holding, CancellationToken.None);

    private static async Task<string?> KeptAsync(AReplyStory story) => (await DraftAsync(story))?.Content.Note;

    private static async Task<DateTimeOffset?> AtAsync(AReplyStory story) => (await DraftAsync(story))?.At;
}
