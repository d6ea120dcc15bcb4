using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Domain.Kernel;
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
    public async Task What_was_typed_without_a_circuit_takes_its_place_in_the_draft_of_the_same_window_alone(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (drafts, window, other) = (story.Office.For<DeskDrafts>(story.Writer), Guid.NewGuid(), Guid.NewGuid());
        var first = await drafts.SaveAsync(story.Routing, DeskKind.Holding, new HoldForm { Explanation = "Keşif", Reason = "Araç", ExpectedOn = new(2026, 4, 1) }, since: null, CancellationToken.None, window);

        // The circuit died before it heard of its own save: the window knows of none.
        var mine = await CatchUpAsync(drafts, story, window, since: null, [("Explanation", "Keşif yapılacak"), ("Strange", "x"), ("RemindOn", "dün")]);
        var strangers = await CatchUpAsync(drafts, story, other, first.At, [("Explanation", "Başka")]);
        var knowing = await CatchUpAsync(drafts, story, other, mine.Value, [("Reason", "Araç yok")]);

        (mine.IsAccepted, strangers.Refusal is Refusal.DraftChanged, knowing.IsAccepted).Should().Be((true, true, true));
        (await drafts.ReadAsync<HoldForm>(story.Routing, DeskKind.Holding, CancellationToken.None))!.Content.Should()
            .BeEquivalentTo(new HoldForm { Explanation = "Keşif yapılacak", Reason = "Araç yok", ExpectedOn = new(2026, 4, 1) });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_typed_without_a_circuit_and_never_saved_before_is_a_draft_of_every_desk(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var drafts = story.Office.For<DeskDrafts>(story.Writer);
        foreach (var desk in Enum.GetValues<DeskKind>())
            (await drafts.CatchUpAsync(story.Routing, desk, new TypedMeanwhile(Guid.NewGuid(), null, new Dictionary<string, string>(StringComparer.Ordinal) { ["Note"] = "Yarım", ["Explanation"] = "Yarım" }), CancellationToken.None)).IsAccepted.Should().BeTrue();

        (await drafts.ReadAsync<NoteDraft>(story.Routing, DeskKind.Approving, CancellationToken.None))!.Content.Note.Should().Be("Yarım");
        (await drafts.ReadAsync<HoldForm>(story.Routing, DeskKind.Holding, CancellationToken.None))!.Content.Explanation.Should().Be("Yarım");
        (await drafts.ReadAsync<ReturnForm>(story.Routing, DeskKind.Returning, CancellationToken.None))!.Content.Note.Should().Be("Yarım");
        var list = (await drafts.ReadAsync<ForwardDraft>(story.Routing, DeskKind.Forwarding, CancellationToken.None))!.Content;
        (list.Note, list.LinesBy(_ => null).Any()).Should().Be(("Yarım", false));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_sent_work_nothing_comes_back(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await KeepAsync(story, story.Writer, "Not");

        await story.Office.For<DeskDrafts>(story.Writer).ForgetAsync(story.Routing, DeskKind.Forwarding, CancellationToken.None);

        (await ReadAsync(story, story.Writer)).Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_typed_without_a_circuit_and_comes_after_the_work_was_sent_brings_nothing_back(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (drafts, window) = (story.Office.For<DeskDrafts>(story.Writer), Guid.NewGuid());
        var kept = await CatchUpAsync(drafts, story, window, since: null, [("Explanation", "Keşif"), ("Reason", null!)]);
        (await drafts.ReadAsync<HoldForm>(story.Routing, DeskKind.Holding, CancellationToken.None))!.Content.Reason.Should().BeEmpty("a body may say null");
        await drafts.ForgetAsync(story.Routing, DeskKind.Holding, CancellationToken.None);

        (await CatchUpAsync(drafts, story, window, kept.Value, [("Explanation", "Keşif")])).Refusal.Should().Be(new Refusal.DraftChanged(SavedAt: null));

        (await drafts.ReadAsync<HoldForm>(story.Routing, DeskKind.Holding, CancellationToken.None)).Should().BeNull();
    }

    private static Task<Outcome<DateTimeOffset>> CatchUpAsync(DeskDrafts drafts, AReplyStory story, Guid window, DateTimeOffset? since, (string Name, string Value)[] fields) =>
        drafts.CatchUpAsync(story.Routing, DeskKind.Holding, new TypedMeanwhile(window, since, fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal)), CancellationToken.None);

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
