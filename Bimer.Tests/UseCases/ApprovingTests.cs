using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        var yesterday = IstanbulTime.LegalDay(story.Office.Clock.GetUtcNow()).AddDays(-1);
        await using (var db = await story.Office.DbAsync()) await db.SigningAuthorities.ExecuteUpdateAsync(a => a.SetProperty(x => x.ValidUntil, yesterday));

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.NoSigningAuthority(story.Approver.UserId, story.Unit));
        await using (var db = await story.Office.DbAsync()) await db.SigningAuthorities.ExecuteUpdateAsync(a => a.SetProperty(x => x.ValidUntil, yesterday.AddDays(1)));
        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Should().Be(Outcome.Accepted, "the last day counts");
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
        (await desk.NowAsync(story.Routing, CancellationToken.None)).Value!.ContentHash.Should().Be(hash);
        await story.Office.ApproveAsync(story.Approver, story.Routing, hash);

        (await desk.NowAsync(story.Routing, CancellationToken.None)).Refusal.Should().BeOfType<Refusal.NotAwaitingApproval>().Which.DecidedBy.Should().Be(story.Approver.UserId);
        (await desk.OpenAsync(story.Routing.CaseId, CancellationToken.None)).Refusal.Should().BeOfType<Refusal.NotAwaitingApproval>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_desk_shows_the_letter_as_it_would_leave_and_another_day_is_another_letter(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();
        var shown = (await story.Office.ApprovalDesk(story.Approver).OpenAsync(story.Routing.CaseId, CancellationToken.None)).Value!;
        ReplyLetter.Compose(shown.Letter, null).PlainText.Should().Contain("altı armatür").And.Contain("T.C.").And.Contain("Sayın Başvuran,").And.Contain("3071");
        story.Office.Clock.Pass(TimeSpan.FromDays(1));

        (await ApproveAsync(story, shown)).Refusal.Should().Be(new Refusal.LetterChanged());
        var anew = (await story.Office.ApprovalDesk(story.Approver).NowAsync(story.Routing, CancellationToken.None)).Value!;
        (anew.IsReadAs(shown), anew.ContentHash).Should().Be((false, hash));
        (await ApproveAsync(story, anew)).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_that_says_others_follow_is_not_signed_once_the_others_have_answered(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (health, district) = (story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Office.Unit("Çankaya Kaymakamlığı"));
        (await story.Office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health), ReplyStories.Line(district))).Should().Be(Outcome.Accepted);
        var first = await SubmittedAtAsync(story, health, 10);
        var second = await SubmittedAtAsync(story, district, 20);
        var shown = (await story.Office.ApprovalDesk(first.Approver).OpenAsync(story.Routing.CaseId, CancellationToken.None)).Value!;
        shown.Letter.OthersFollow.Should().BeTrue();

        story.Office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await second.Office.ApproveAsync(second.Approver, second.Routing, await story.Office.HashAsync(second.Routing))).Should().Be(Outcome.Accepted);
        story.Office.Clock.Pass(TimeSpan.FromMinutes(1));

        (await ApproveAsync(first, shown)).Refusal.Should().Be(new Refusal.LetterChanged());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_courier_sends_is_what_the_desk_showed(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await story.SubmittedAsync();
        var shown = (await story.Office.ApprovalDesk(story.Approver).OpenAsync(story.Routing.CaseId, CancellationToken.None)).Value!;
        (await ApproveAsync(story, shown)).Should().Be(Outcome.Accepted);
        story.Office.Clock.Pass(TimeSpan.FromDays(3));

        await using var db = await story.Office.DbAsync();
        var left = await story.Office.Services.GetRequiredService<ReplyLetterReader>().ReadAsync(db, story.Routing, intended: null, CancellationToken.None);

        ReplyLetter.Compose(left!, null).Should().Be(ReplyLetter.Compose(shown.LetterFor(null, ReplyVerdict.Favourable), null));
    }

    private static Task<Outcome> ApproveAsync(AReplyStory story, ApprovalDesk shown) =>
        story.Office.Handler<ApproveReplyHandler>(story.Approver, story.Office.For<DecidedMeanwhile>(story.Approver)).HandleAsync(
            new DecisionForm { KeepsService = true, Verdict = ReplyVerdict.Favourable }.ToApproval(OfficeStories.NewCommand(), shown), CancellationToken.None);

    private static async Task<AReplyStory> SubmittedAtAsync(AReplyStory story, UnitId unit, int id)
    {
        var (writer, approver) = (await story.Office.HireAsync(id, OfficerRole.CaseOfficer, unit), await story.Office.HireAsync(id + 1, OfficerRole.Approver, unit));
        await using var db = await story.Office.DbAsync();
        var part = new AReplyStory(story.Office, unit, writer, approver, (await db.Routings.SingleAsync(r => r.To == unit)).Id);
        (await story.Office.OpenAsync(writer, part.Routing)).Should().Be(Outcome.Accepted);
        await part.SubmittedAsync();
        return part;
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
        async Task<CaseId?> NextAsync() => (await story.Office.ApprovalOrder(story.Approver).NextAsync("http://bimer/kutu/onay", after: null, CancellationToken.None)).Case;

        (await NextAsync()).Should().Be(request.CaseId);
        await story.Office.SendBackAsync(story.Approver, request, await story.Office.HashAsync(request), "Gerekçe eksik.");
        (await NextAsync()).Should().Be(story.Routing.CaseId);
        await story.Office.ApproveAsync(story.Approver, story.Routing, hash);
        (await NextAsync()).Should().BeNull();
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

        (await story.Office.ApprovalOrder(story.Writer).NextAsync("http://bimer/kutu/onay", after: null, CancellationToken.None)).Case.Should().BeNull();
        (await story.Office.ApproveAsync(story.Writer, story.Routing, hash)).Refusal.Should().Be(new Refusal.AuthorIsApprover());
    }
}
