using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The approver signs what was read, once, with the right to do it (S49–S51, B1, B2, B5).</summary>
public sealed class ApprovingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_sent_back_and_sent_anew_is_not_approved_by_its_old_hash(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var read = await story.SubmittedAsync();
        (await story.Office.SendBackAsync(story.Approver, story.Routing, read, "Tarih eksik.")).Should().Be(Outcome.Accepted);
        var version = (await story.Office.SaveAsync(story.Writer, story.Routing, 0, "<p>15 Mart’ta değiştirildi.</p>")).Value!.Version;
        (await story.Office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory)).Should().Be(Outcome.Accepted);

        var outcome = await story.Office.ApproveAsync(story.Approver, story.Routing, read);

        outcome.Refusal.Should().BeOfType<Refusal.ReplyChanged>().Which.Version.Should().Be(2);
        (await story.Office.ApproveAsync(story.Approver, story.Routing, await story.Office.HashAsync(story.Routing))).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_double_click_approves_once_and_both_are_answered_alike(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();
        var command = OfficeStories.NewCommand();

        var outcomes = await Task.WhenAll(
            story.Office.ApproveAsync(story.Approver, story.Routing, hash, command), story.Office.ApproveAsync(story.Approver, story.Routing, hash, command));

        outcomes.Should().AllBeEquivalentTo(Outcome.Accepted);
        await using var db = await story.Office.DbAsync();
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.ReplyApproved)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_approver_whose_record_ended_since_signs_nothing(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();
        await using (var db = await story.Office.DbAsync()) await db.SigningAuthorities.ExecuteDeleteAsync();

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.NoSigningAuthority(story.Approver.UserId, story.Unit));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_approver_who_lost_the_role_finds_no_such_case(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();
        await using (var db = await story.Office.DbAsync()) await db.RoleAssignments.Where(a => a.Officer == story.Approver.UserId).ExecuteDeleteAsync();

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.NotFound());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_desk_tells_who_decided_while_it_was_open(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var other = await story.Office.HireAsync(3, OfficerRole.Approver, story.Unit);
        var hash = await story.SubmittedAsync();
        var desk = story.Office.ApprovalDesk(other);
        (await desk.OpenAsync(story.Routing.CaseId, CancellationToken.None)).Value!.ContentHash.Should().Be(hash);
        (await desk.HashNowAsync(story.Routing, CancellationToken.None)).Value.Should().Be(hash);
        await story.Office.ApproveAsync(story.Approver, story.Routing, hash);

        (await desk.HashNowAsync(story.Routing, CancellationToken.None)).Refusal.Should().BeOfType<Refusal.NotAwaitingApproval>().Which.DecidedBy.Should().Be(story.Approver.UserId);
        (await desk.OpenAsync(story.Routing.CaseId, CancellationToken.None)).Refusal.Should().BeOfType<Refusal.NotAwaitingApproval>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_one_letter_comes_the_most_urgent_of_the_rest_and_then_nothing(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();
        var request = (await story.Office.FileAsync(story.Unit, CaseKind.InformationRequest)).Routings[0].Id;
        await story.Office.OpenAsync(story.Writer, request);
        var version = (await story.Office.SaveAsync(story.Writer, request, 0)).Value!.Version;
        await story.Office.SubmitAsync(story.Writer, request, version, story.Signatory);
        var desk = story.Office.ApprovalDesk(story.Approver);

        (await desk.NextAsync(CancellationToken.None)).Should().Be(request.CaseId);
        await story.Office.SendBackAsync(story.Approver, request, await story.Office.HashAsync(request), "Gerekçe eksik.");
        (await desk.NextAsync(CancellationToken.None)).Should().Be(story.Routing.CaseId);
        await story.Office.ApproveAsync(story.Approver, story.Routing, hash);
        (await desk.NextAsync(CancellationToken.None)).Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_writers_own_letter_never_comes_to_the_writers_desk(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await using (var db = await story.Office.DbAsync())
        {
            db.Add(new RoleAssignment(story.Writer.UserId, OfficerRole.Approver, story.Unit, new DateOnly(2025, 1, 1)));
            db.Add(new SigningAuthority(story.Writer.UserId, story.Unit, "IYEM-1", new DateOnly(2025, 1, 1), null));
            await db.SaveChangesAsync();
        }

        var hash = await story.SubmittedAsync();

        (await story.Office.ApprovalDesk(story.Writer).NextAsync(CancellationToken.None)).Should().BeNull();
        (await story.Office.ApproveAsync(story.Writer, story.Routing, hash)).Refusal.Should().Be(new Refusal.AuthorIsApprover());
    }
}
