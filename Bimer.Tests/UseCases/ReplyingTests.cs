using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>A letter goes to the right approver, exactly as it was on the screen, once; refused, the draft stays (S44–S48, B8, B17).</summary>
public sealed class ReplyingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_that_is_in_no_catalogue_is_refused_and_the_draft_stays(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var version = (await story.Office.SaveAsync(story.Writer, story.Routing, 0)).Value!.Version;

        (await story.Office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory, service: "TMS-YOK-99")).Refusal.Should().Be(new Refusal.CatalogueServiceMissing());

        await using var db = await story.Office.DbAsync();
        (await db.ReplyDrafts.CountAsync(), await db.Replies.CountAsync()).Should().Be((1, 0));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_draft_on_the_server_is_what_the_approver_gets_and_it_is_no_draft_any_more(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);

        await story.SubmittedAsync();

        await using var db = await story.Office.DbAsync();
        var reply = await db.Replies.SingleAsync();
        reply.Should().BeEquivalentTo(new { ReplyStories.Html, Status = ReplyStatus.AwaitingApproval, CatalogueService = ReplyStories.Service, Approver = story.Approver.UserId });
        (await db.ReplyDrafts.AnyAsync()).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_double_click_sends_one_letter_and_both_are_answered_alike(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var version = (await story.Office.SaveAsync(story.Writer, story.Routing, 0)).Value!.Version;
        var command = OfficeStories.NewCommand();

        var outcomes = await Task.WhenAll(
            story.Office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory, command),
            story.Office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory, command));

        outcomes.Should().AllBeEquivalentTo(Outcome.Accepted);
        await using var db = await story.Office.DbAsync();
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.ReplySubmitted)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_text_changed_in_another_window_is_not_sent_unseen(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var seen = (await story.Office.SaveAsync(story.Writer, story.Routing, 0)).Value!;
        var newer = (await story.Office.SaveAsync(story.Writer, story.Routing, seen.Version, "<p>Öteki pencere</p>")).Value!;

        var outcome = await story.Office.SubmitAsync(story.Writer, story.Routing, seen.Version, story.Signatory);

        outcome.Refusal.Should().Be(new Refusal.DraftChanged(newer.At));
        await AssertDraftAsync(story, "<p>Öteki pencere</p>");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_part_forwarded_meanwhile_refuses_the_letter_and_keeps_the_draft(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var version = (await story.Office.SaveAsync(story.Writer, story.Routing, 0)).Value!.Version;
        (await story.Office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü")))).Should().Be(Outcome.Accepted);

        var outcome = await story.Office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory);

        outcome.Refusal.Should().BeOfType<Refusal.AlreadyClosed>().Which.End.Should().Be(RoutingState.Forwarded);
        await AssertDraftAsync(story, ReplyStories.Html);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_approver_whose_record_ended_is_refused_and_the_draft_stays(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var version = (await story.Office.SaveAsync(story.Writer, story.Routing, 0)).Value!.Version;
        await using (var db = await story.Office.DbAsync()) await db.SigningAuthorities.ExecuteDeleteAsync();

        var outcome = await story.Office.SubmitAsync(story.Writer, story.Routing, version, story.Signatory);

        outcome.Refusal.Should().Be(new Refusal.NoSigningAuthority(story.Approver.UserId, story.Unit));
        await AssertDraftAsync(story, ReplyStories.Html);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_unit_without_a_signatory_is_signed_for_by_the_unit_above(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (above, unit) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var writer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var approver = await office.HireAsync(2, OfficerRole.Approver, above);
        var routing = (await office.FileAsync(unit)).Routings[0].Id;
        await office.OpenAsync(writer, routing);
        var version = (await office.SaveAsync(writer, routing, 0)).Value!.Version;

        (await office.SubmitAsync(writer, routing, version, new Signatory(approver.UserId, above))).Should().Be(Outcome.Accepted);
        (await office.ApproveAsync(approver, routing, await office.HashAsync(routing))).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_passes_over_the_approvers_of_an_excluded_unit(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var centre = story.Office.Services.GetRequiredService<UnitDirectory>().Centre.Id;
        var central = await story.Office.HireAsync(3, OfficerRole.Approver, centre);
        var director = story.Office.Services.GetRequiredService<SignatoryDirectory>();
        await using var db = await story.Office.DbAsync();

        var nearest = await director.NearestAsync(db, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Writer.UserId, [story.Unit], People.Monday, CancellationToken.None);

        nearest.Should().Equal(new Signatory(central.UserId, centre));
    }

    private static async Task AssertDraftAsync(AReplyStory story, string html)
    {
        await using var db = await story.Office.DbAsync();
        (await db.ReplyDrafts.SingleAsync(d => d.Routing == story.Routing)).Html.Should().Be(html);
        (await db.Replies.AnyAsync()).Should().BeFalse();
    }
}
