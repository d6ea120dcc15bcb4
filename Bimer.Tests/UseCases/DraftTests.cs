using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>What an officer types is on the server, cleaned, and nobody else's save covers it up (U13, B2, K4).</summary>
public sealed class DraftTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_draft_is_kept_clean_and_every_change_raises_its_version(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);

        var first = await story.Office.SaveAsync(story.Writer, story.Routing, 0, "<p onclick=x>Sayın ilgili,</p><script>alert(1)</script>");
        var same = await story.Office.SaveAsync(story.Writer, story.Routing, first.Value!.Version, "<p>Sayın ilgili,</p>");
        var second = await story.Office.SaveAsync(story.Writer, story.Routing, same.Value!.Version, "<p>Sayın ilgili, gereği yapıldı.</p>");

        same.Value.Should().Be(first.Value);
        second.Value!.Version.Should().Be(first.Value.Version + 1);
        await using var db = await story.Office.DbAsync();
        (await db.ReplyDrafts.SingleAsync()).Html.Should().Be("<p>Sayın ilgili, gereği yapıldı.</p>");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_second_window_is_told_instead_of_covering_the_first(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var first = await story.Office.SaveAsync(story.Writer, story.Routing, 0, "<p>Birinci pencere</p>");

        var other = await story.Office.SaveAsync(story.Writer, story.Routing, 0, "<p>İkinci pencere</p>");

        other.Refusal.Should().Be(new Refusal.DraftChanged(first.Value!.At));
        await using var db = await story.Office.DbAsync();
        (await db.ReplyDrafts.SingleAsync()).Html.Should().Be("<p>Birinci pencere</p>");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_holder_writes_and_to_a_stranger_there_is_no_such_case(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var colleague = await story.Office.HireAsync(3, OfficerRole.CaseOfficer, story.Unit);
        var stranger = await story.Office.HireAsync(4, OfficerRole.CaseOfficer, story.Office.Unit("İzmir Valiliği"));

        (await story.Office.SaveAsync(colleague, story.Routing, 0)).Refusal.Should().BeOfType<Refusal.AlreadyOpened>().Which.Custodian.Should().Be(story.Writer.UserId);
        (await story.Office.SaveAsync(stranger, story.Routing, 0)).Refusal.Should().Be(new Refusal.NotFound());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_window_left_open_since_an_earlier_round_does_not_meet_its_own_number_again(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var old = (await story.Office.SaveAsync(story.Writer, story.Routing, 0)).Value!.Version;
        (await story.Office.SubmitAsync(story.Writer, story.Routing, old, story.Signatory)).IsAccepted.Should().BeTrue();
        (await story.Office.SendBackAsync(story.Approver, story.Routing, await story.Office.HashAsync(story.Routing), "Tarih eksik.")).IsAccepted.Should().BeTrue();
        await story.Office.SaveAsync(story.Writer, story.Routing, 0, "<p>Yeni tur</p>");

        var late = await story.Office.SaveAsync(story.Writer, story.Routing, old, "<p>Eski pencere</p>");

        late.Refusal.Should().BeOfType<Refusal.DraftChanged>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Files_join_the_draft_leave_it_and_become_the_letters(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var kept = (await story.Office.AttachAsync(story.Writer, story.Routing, "rapor.pdf", Documents.Pdf)).Value!;
        var dropped = (await story.Office.AttachAsync(story.Writer, story.Routing, "eski.pdf", Documents.Pdf)).Value!;
        (await story.Office.RemoveAsync(story.Writer, story.Routing, dropped.Id)).Should().Be(Outcome.Accepted);

        await story.SubmittedAsync();

        await using var db = await story.Office.DbAsync();
        (await db.Attachments.SingleAsync(a => a.Reply == story.Routing)).Should().BeEquivalentTo(new { kept.Id, Name = "rapor.pdf", Ordinal = 1 });
        (await db.DraftFiles.AnyAsync()).Should().BeFalse();
        story.Office.StoredFiles().Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_twelve_files_sent_at_once_a_letter_takes_ten(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => story.Office.AttachAsync(story.Writer, story.Routing, $"ek{i}.pdf", Documents.Pdf)));

        outcomes.Count(o => o.IsAccepted).Should().Be(10);
        outcomes.Where(o => !o.IsAccepted).Select(o => o.Refusal).Should().AllBeOfType<Refusal.TooManyAttachments>();
        await using var db = await story.Office.DbAsync();
        (await db.DraftFiles.CountAsync()).Should().Be(10);
        story.Office.StoredFiles().Should().HaveCount(10);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_nobody_knows_is_no_choice_however_long_it_is(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var invented = new SaveDraft(story.Routing, 0, "<p>Metin</p>", new string('x', 100_000), null);

        var saved = await new SaveDraftHandler(story.Office.Drafts(story.Writer), story.Office.Clock).HandleAsync(invented, CancellationToken.None);

        saved.Refusal.Should().BeNull("the text is kept");
        await using var db = await story.Office.DbAsync();
        (await db.ReplyDrafts.SingleAsync()).CatalogueService.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_file_leaves_nothing_and_a_stranger_cannot_even_send_one(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var stranger = await story.Office.HireAsync(4, OfficerRole.CaseOfficer, story.Office.Unit("İzmir Valiliği"));

        (await story.Office.AttachAsync(story.Writer, story.Routing, "virus.exe", [1, 2, 3])).Refusal.Should().Be(new Refusal.AttachmentTypeNotAllowed("exe"));
        (await story.Office.AttachAsync(stranger, story.Routing, "rapor.pdf", Documents.Pdf)).Refusal.Should().Be(new Refusal.NotFound());

        await using var db = await story.Office.DbAsync();
        (await db.DraftFiles.AnyAsync()).Should().BeFalse();
        story.Office.StoredFiles().Should().BeEmpty();
    }
}
