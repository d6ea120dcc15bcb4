using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>A progress letter (safahat) meets the thirty days of 3071 and keeps the case open; the answer comes separately (3071 m.7).</summary>
public sealed class ProgressLetterTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Signed_in_time_it_leaves_as_a_mail_meets_the_thirty_days_and_the_work_goes_on_with_its_writer(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        story.Office.Clock.Pass(TimeSpan.FromDays(20));
        await SubmitAsync(story, story.Routing);

        (await SignAsync(story, story.Routing, verdict: ReplyVerdict.Favourable)).Refusal.Should().Be(new Refusal.ClassificationMissing(), "there is nothing to classify");
        (await SignAsync(story, story.Routing)).Should().Be(Outcome.Accepted);

        var caseFile = await CaseAsync(story);
        caseFile.Routings.Select(r => (r.State, r.Custodian, r.Resumes)).Should().Equal(
            (RoutingState.ProgressTold, story.Writer.UserId, null), (RoutingState.Held, story.Writer.UserId, story.Routing));
        (caseFile.ClosedAt, caseFile.DueOn).Should().Be((null, new DateOnly(2026, 4, 21)), "the house asks for the result thirty days after 22 March");
        DeadlineLedger.Replay(caseFile.Ledger!).Terms.ProgressOn.Should().Be(new DateOnly(2026, 3, 22));
        caseFile.Routings[1].Rank.Should().Be(caseFile.DueEndsAt.UtcTicks);
        await using var db = await story.Office.DbAsync();
        (await db.OutboxMessages.Where(m => m.Routing == story.Routing).Select(m => m.Kind).ToListAsync()).Should().Equal([OutboxKind.ReplyMail], "no short message says that the answer is there");
        (await db.AuditEntries.CountAsync(a => a.Action == "reply.progress-approved")).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_answer_is_another_letter_and_closes_the_case_and_the_citizen_reads_both_apart(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await SubmitAsync(story, story.Routing);
        await SignAsync(story, story.Routing);
        var onward = (await CaseAsync(story)).Routings[1].Id;
        var told = await OwnAsync(story);
        (told.HasAnswer, told.ProgressAt, told.IsClosed).Should().Be((false, (DateTimeOffset?)story.Office.Clock.GetUtcNow(), false));

        story.Office.Clock.Pass(TimeSpan.FromDays(3));
        var answered = story with { Routing = onward };
        (await story.Office.ApproveAsync(story.Approver, onward, await answered.SubmittedAsync())).Should().Be(Outcome.Accepted);

        var sheet = (await story.Office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None))!;
        sheet.Letters.Select(letter => letter.IsProgress).Should().Equal(true, false);
        var own = await OwnAsync(story);
        (own.HasAnswer, own.IsClosed, own.Answers.Count).Should().Be((true, true, 2));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Told_too_late_it_meets_nothing_and_the_case_stays_late(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var due = (await CaseAsync(story)).DueOn;
        story.Office.Clock.Pass(TimeSpan.FromDays(40));
        await SubmitAsync(story, story.Routing);

        (await SignAsync(story, story.Routing)).Should().Be(Outcome.Accepted, "the citizen is told all the same");

        var caseFile = await CaseAsync(story);
        caseFile.DueOn.Should().Be(due);
        DeadlineLedger.Replay(caseFile.Ledger!).Terms.ProgressOn.Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_letter_says_that_the_result_follows_and_names_no_remedy_and_the_desk_offers_the_act_again(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await SubmitAsync(story, story.Routing);
        await using var db = await story.Office.DbAsync();
        var facts = await story.Office.Services.GetRequiredService<ReplyLetterReader>().ReadAsync(db, story.Routing, new IntendedSignature(story.Approver.UserId, story.Office.Clock.GetUtcNow(), null), default);
        var plain = Bimer.Blazor.Shell.Letters.ReplyLetter.Compose(facts!, addressee: null).PlainText;
        plain.Should().Contain("safahatını").And.Contain("ayrıca bildirilecektir").And.NotContain("başvuru yollarını").And.NotContain("birden fazla birimi");

        (await story.Office.SendBackAsync(story.Approver, story.Routing, await story.Office.HashAsync(story.Routing), "Tarih eksik.")).Should().Be(Outcome.Accepted);

        var desk = await story.Office.For<Bimer.Blazor.Workspace.Replying.ReplyDeskQuery>(story.Writer).OpenAsync(story.Routing.CaseId, default);
        desk.Value!.Reason.Should().Be(ReplyDraft.Progress);
    }

    [Fact]
    public async Task An_information_request_is_extended_and_told_no_progress()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        var routing = await answers.FiledAsync(AnAnsweringOffice.Citizen(), kind: CaseKind.InformationRequest);
        await answers.Office.OpenAsync(answers.Writer, routing);
        var saved = await answers.Office.TurnAwayAsync(answers.Writer, routing, 0, ReplyDraft.Progress, "", ReplyStories.Html);

        (await answers.Office.SubmitAsync(answers.Writer, routing, saved.Value!.Version, new Signatory(answers.Approver.UserId, answers.Unit))).Refusal.Should().Be(new Refusal.ProgressOnlyForPetitions());
    }

    [Fact]
    public void The_ledger_with_a_progress_letter_replays_byte_for_byte_and_one_without_is_written_as_before()
    {
        var calendar = ACalendar.Shipped;
        var terms = DeadlineTerms.Received(LegalBasis.PetitionAct, new DateOnly(2026, 3, 2));
        var plain = DeadlineLedger.Of(terms, calendar).ToText();
        var told = DeadlineLedger.Of(terms.TellProgress(new DateOnly(2026, 3, 22), calendar).Value!, calendar);
        var again = DeadlineLedger.Of(told.Terms.TellProgress(new DateOnly(2026, 4, 20), calendar).Value!, calendar);

        plain.Should().StartWith("1|3071|2026-03-02|");
        told.ToText().Should().StartWith("2|3071|2026-03-02|").And.EndWith("|2026-03-22");
        foreach (var ledger in (DeadlineLedger[])[told, again]) DeadlineLedger.Replay(ledger.ToText()).ToText().Should().Be(ledger.ToText());
        again.Deadline.DueOn.Should().Be(new DateOnly(2026, 5, 20), "a second one sets out from its own day");
        terms.TellProgress(new DateOnly(2026, 4, 2), calendar).Value!.Should().Be(terms, "the first of April was the last day");
    }

    private static async Task SubmitAsync(AReplyStory story, RoutingId routing)
    {
        var saved = await story.Office.TurnAwayAsync(story.Writer, routing, 0, ReplyDraft.Progress, "", ReplyStories.Html);
        (await story.Office.SubmitAsync(story.Writer, routing, saved.Value!.Version, story.Signatory)).Should().Be(Outcome.Accepted);
    }

    private static async Task<Outcome> SignAsync(AReplyStory story, RoutingId routing, ReplyVerdict? verdict = null) =>
        await story.Office.DecideAsync(story.Approver, routing, new Approval(await story.Office.HashAsync(routing), ReplyStories.Service, verdict, null));

    private static async Task<CaseFile> CaseAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Routings.OrderBy(r => r.Id)).SingleAsync(c => c.Id == story.Routing.CaseId);
    }

    private static async Task<OwnCaseDetail> OwnAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        return (await story.Office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == story.Routing.CaseId), default))!;
    }
}
