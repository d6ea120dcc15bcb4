using Bimer.Blazor.Workspace.Replying;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>A letter between its writer and its approver: what was marked, and what became of it (S50).</summary>
public sealed class CorrectingTests
{
    private static readonly LetterMark _mark = new("altı armatür", "Hangileri?");

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Every_letter_before_the_present_one_is_kept_with_what_was_said_of_it(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        (await SendBackAsync(story, await story.SubmittedAsync(), "Tarih eksik.")).Should().Be(Outcome.Accepted);
        await SendAsync(story, "<p>Sokağınızdaki altı armatür 15 Mart’ta değişti.</p>");
        (await SendBackAsync(story, await story.Office.HashAsync(story.Routing), "", _mark)).Should().Be(Outcome.Accepted);
        await SendAsync(story, "<p>Parktaki altı armatür 15 Mart’ta değişti.</p>");

        var desk = (await story.Office.ApprovalDesk(story.Approver).OpenAsync(story.Routing.CaseId, CancellationToken.None)).Value!;

        desk.Version.Should().Be(3);
        desk.Earlier.Should().SatisfyRespectively(
            second => second.Should().BeEquivalentTo(new { Version = 2, Note = (string?)null, Marks = new[] { _mark }, WasSentBack = true, Html = "<p>Sokağınızdaki altı armatür 15 Mart’ta değişti.</p>" }),
            first => first.Should().BeEquivalentTo(new { Version = 1, Note = "Tarih eksik.", Marks = Array.Empty<LetterMark>(), WasSentBack = true, ReplyStories.Html }));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_writer_reads_the_marks_and_a_new_letter_has_none(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        (await SendBackAsync(story, await story.SubmittedAsync(), "", _mark)).Should().Be(Outcome.Accepted);

        var asked = (await story.Office.For<ReplyDeskQuery>(story.Writer).OpenAsync(story.Routing.CaseId, CancellationToken.None)).Value!.Revision!;
        await SendAsync(story, "<p>Park lambaları değişti.</p>");

        asked.Should().BeEquivalentTo(new { Note = (string?)null, Marks = new[] { _mark } });
        await using var db = await story.Office.DbAsync();
        (await db.Replies.AsNoTracking().SingleAsync()).Marks.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Words_that_stand_nowhere_in_the_letter_are_refused_and_nothing_goes_back(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();

        (await SendBackAsync(story, hash, "", _mark, new("Sözler yok", "Çıksın"))).Refusal.Should().Be(new Refusal.MarkNotFound("Sözler yok"));
        (await SendBackAsync(story, new string('0', 64), "", new LetterMark("Sözler yok", "Çıksın"))).Refusal.Should().BeOfType<Refusal.ReplyChanged>("who did not read it learns nothing of its words");

        await using var db = await story.Office.DbAsync();
        (await db.Replies.AsNoTracking().SingleAsync()).Should().BeEquivalentTo(new { Status = ReplyStatus.AwaitingApproval, Version = 1 });
    }

    private static Task<Outcome> SendBackAsync(AReplyStory story, string hash, string note, params LetterMark[] marks) =>
        story.Office.SendBackAsync(story.Approver, story.Routing, hash, new Correcting(note, marks));

    private static async Task SendAsync(AReplyStory story, string html)
    {
        var version = (await story.Office.SaveAsync(story.Writer, story.Routing, 0, html)).Value!.Version;
        (await story.Office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory)).Should().Be(Outcome.Accepted);
    }
}
