using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Describing;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Kind, priority and topics are corrected in one act, where the case is read (S28).</summary>
public sealed class DescribingCasesTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_corrected_stands_on_the_case_in_its_history_and_in_the_audit(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, topic) = (story.Office, story.Office.Topics()[0].Code);
        var before = await SheetAsync(story);

        (await DescribeAsync(story, story.Writer, new(Towards(CaseKind.InformationRequest), new(Priority.Normal, Priority.VeryUrgent), new([topic], [])))).Should().Be(Outcome.Accepted);

        var (sheet, due) = (await SheetAsync(story), StatutoryDeadline.Of(LegalBasis.InformationAct, before.Head.ReceivedOn, office.Services.GetRequiredService<WorkingCalendar>()));
        (sheet.Head.Kind, sheet.Head.Basis, sheet.Head.DueOn, sheet.Head.DueEndsAt).Should().Be((CaseKind.InformationRequest, LegalBasis.InformationAct, due.DueOn, due.EndsAt));
        sheet.Part.Priority.Should().Be(Priority.VeryUrgent);
        sheet.Topics.Should().Equal(topic);
        sheet.Movements.Take(3).Select(m => (m.Kind, m.Change)).Should().Equal(
            (MovementKind.TopicsChanged, null), (MovementKind.PriorityChanged, "1>3"), (MovementKind.KindChanged, new KindChange(Towards(CaseKind.InformationRequest), before.Head.DueOn, due.DueOn).ToString()));
        await using var db = await office.DbAsync();
        var audit = await db.AuditEntries.OrderBy(a => a.Sequence).Where(a => a.Action.EndsWith("-changed")).ToListAsync();
        audit.Select(a => a.Action).Should().Equal("case.kind-changed", "case.priority-changed", "case.topics-changed");
        DeadlineLedger.Replay(audit[0].Detail!.Split(";ledger=")[1]).Deadline.DueOn.Should().Be(due.DueOn);
        (await db.Cases.Select(c => c.Priority).SingleAsync()).Should().Be(Priority.VeryUrgent);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Boxes_chips_and_the_citizens_page_have_the_new_kind_and_its_clock(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);

        await DescribeAsync(story, story.Writer, new(Towards(CaseKind.InformationRequest), default, TopicChange.None));

        var box = (await story.Office.For<MyInboxQuery>(story.Writer).ReadAsync(RoutingState.Held, new BoxSlice(), CancellationToken.None))!;
        var sheet = await SheetAsync(story);
        box.Rows.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = CaseKind.InformationRequest, sheet.Head.DueOn, sheet.Head.DueEndsAt });
        (box.Kinds.Of(CaseKind.Complaint), box.Kinds.Of(CaseKind.InformationRequest)).Should().Be((0, 1));
        var own = await OwnAsync(story);
        (own.Kind, own.DueOn, own.FiledAs).Should().Be((CaseKind.InformationRequest, sheet.Head.DueOn, CaseKind.Complaint));
        own.Corrections.Should().ContainSingle().Which.Change.DueAfter.Should().Be(sheet.Head.DueOn);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_taken_back_at_once_is_as_it_was_and_no_citizen_reads_of_it(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (before, change) = (await SheetAsync(story), new Description(Towards(CaseKind.InformationRequest), new(Priority.Normal, Priority.Urgent), TopicChange.None));

        await DescribeAsync(story, story.Writer, change);
        story.Office.Clock.Pass(TimeSpan.FromSeconds(8));
        (await DescribeAsync(story, story.Writer, change.Back)).Should().Be(Outcome.Accepted);

        var sheet = await SheetAsync(story);
        // It was filed by a calendar without holidays; the days are told anew, the date is the same.
        (sheet.Head with { Ledger = null }, sheet.Part.Priority).Should().Be((before.Head with { Ledger = null }, Priority.Normal));
        sheet.Movements.Count(m => m.Kind == MovementKind.KindChanged).Should().Be(2);
        (await OwnAsync(story)).Corrections.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_part_of_it_that_is_refused_leaves_all_as_it_was(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var before = await SheetAsync(story);

        (await DescribeAsync(story, story.Writer, new(Towards(CaseKind.Request), new(Priority.Urgent, Priority.Normal), TopicChange.None))).Refusal
            .Should().Be(new Refusal.PriorityChangedMeanwhile(Priority.Normal));
        (await DescribeAsync(story, story.Writer, new(Towards(CaseKind.Request), default, new(["yok"], [])))).Refusal.Should().Be(new Refusal.UnknownTopic("yok"));
        (await DescribeAsync(story, story.Approver, new(Towards(CaseKind.Request), default, TopicChange.None))).Refusal.Should().NotBeNull();

        var sheet = await SheetAsync(story);
        (sheet.Head, sheet.Movements.Count).Should().Be((before.Head, before.Movements.Count));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_holders_who_correct_it_at_once_one_is_told_what_it_is_by_now(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health, police) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Office.Unit("Ankara İl Emniyet Müdürlüğü"));
        var (one, other) = (await office.HireAsync(8, OfficerRole.CaseOfficer, health), await office.HireAsync(9, OfficerRole.CaseOfficer, police));
        await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health), ReplyStories.Line(police));
        await office.OpenAsync(one, RoutingId.Of(story.Routing.CaseId, 2));
        await office.OpenAsync(other, RoutingId.Of(story.Routing.CaseId, 3));

        var told = await Task.WhenAll(
            Task.Run(() => DescribeAsync(story, one, new(Towards(CaseKind.Request), default, TopicChange.None), 2)),
            Task.Run(() => DescribeAsync(story, other, new(Towards(CaseKind.InformationRequest), default, TopicChange.None), 3)));

        await using var db = await office.DbAsync();
        var now = await db.Cases.SingleAsync();
        told.Count(outcome => outcome.IsAccepted).Should().Be(1);
        var winner = told[0].IsAccepted ? one : other;
        told.Select(outcome => outcome.Refusal).OfType<Refusal>().Should().Equal(new Refusal.KindChangedMeanwhile(now.Kind, new CorrectedBy(winner.UserId, office.Clock.GetUtcNow())));
        (await db.Routings.Select(r => r.CaseKind).Distinct().ToListAsync()).Should().Equal(now.Kind);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_approver_who_signs_in_the_moment_the_law_changes_and_the_holder_who_changes_it_are_not_both_right(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (zeynep, police) = (await office.HireAsync(8, OfficerRole.CaseOfficer, health), office.Unit("Ankara İl Emniyet Müdürlüğü"));
        await office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(health), ReplyStories.Line(police));
        await office.OpenAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2));
        var other = await office.HireAsync(9, OfficerRole.CaseOfficer, police);
        await office.OpenAsync(other, RoutingId.Of(story.Routing.CaseId, 3));
        var saved = await office.SaveAsync(other, RoutingId.Of(story.Routing.CaseId, 3), 0);

        var done = await Task.WhenAll(
            Task.Run(() => office.SubmitAsync(other, RoutingId.Of(story.Routing.CaseId, 3), saved.Value!.Version, story.Signatory)),
            Task.Run(() => DescribeAsync(story, zeynep, new(Towards(CaseKind.InformationRequest), default, TopicChange.None), 2)));

        await using var db = await office.DbAsync();
        var (letter, basis) = (await db.Replies.SingleOrDefaultAsync(), (await db.Cases.SingleAsync()).Basis);
        done[0].Should().Be(Outcome.Accepted, "a letter may wait under either law");
        if (done[1].IsAccepted) letter!.Rank.Should().Be((await db.Routings.SingleAsync(r => r.Id == letter.Id)).Rank, "it was sent for approval after the law had changed");
        else basis.Should().Be(LegalBasis.PetitionAct);
    }

    private static Correction<CaseKind> Towards(CaseKind kind) => new(CaseKind.Complaint, kind);

    private static Task<Outcome> DescribeAsync(AReplyStory story, Actor who, Description change, int part = 1) =>
        story.Office.Handler<DescribeCaseHandler>(who).HandleAsync(
            new DescribeCase(OfficeStories.NewCommand(), RoutingId.Of(story.Routing.CaseId, part), change.Kind, change.Priority, change.Topics), CancellationToken.None);

    private static async Task<CaseSheet> SheetAsync(AReplyStory story) =>
        (await story.Office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None))!;

    private static async Task<OwnCaseDetail> OwnAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        return (await story.Office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == story.Routing.CaseId), CancellationToken.None))!;
    }
}
