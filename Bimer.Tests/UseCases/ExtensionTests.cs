using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>
/// The extension of an information request (süre uzatımı, 4982 m.11): received on Monday 2 March 2026 and filed over an empty table of holidays, its fifteenth working day is the 23rd of
/// March; the thirtieth, counted with the holidays of the office, the 14th of April.
/// </summary>
public sealed class ExtensionTests
{
    private static readonly DateOnly Received = new(2026, 3, 2), Fifteenth = new(2026, 3, 23), Thirtieth = new(2026, 4, 14);

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Signed_within_the_first_fifteen_the_terms_are_thirty_and_ledger_order_and_history_follow_at_once(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var part = await answers.RequestedAsync();
        (await answers.CaseAsync(part)).DueOn.Should().Be(Fifteenth);
        answers.Office.Clock.Pass(TimeSpan.FromDays(7));
        (await answers.SendNoticeAsync(part, NoticeStories.Extension)).Should().Be(Outcome.Accepted);
        (await answers.CaseAsync(part)).DueOn.Should().Be(Fifteenth, "what counts is the signature");

        (await answers.SignNoticeAsync(part, disclosure: DisclosureDecision.Granted)).Refusal.Should().Be(new Refusal.ClassificationMissing(), "there is nothing to classify");
        (await answers.SignNoticeAsync(part)).Should().Be(Outcome.Accepted);

        var caseFile = await answers.CaseAsync(part);
        caseFile.Routings.Select(r => (r.State, r.Custodian, r.Resumes)).Should().Equal(
            (RoutingState.NoticeTold, answers.Writer.UserId, null), (RoutingState.Held, answers.Writer.UserId, part));
        (caseFile.ClosedAt, caseFile.DueOn).Should().Be((null, Thirtieth));
        caseFile.Routings[1].Rank.Should().Be(Routing.RanksOf(caseFile.DueEndsAt).Ahead, "nobody has routed it on (S53)");
        DeadlineLedger.Replay(caseFile.Ledger!).Terms.ExtendedOn.Should().Be(Received.AddDays(7));
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.TimeExtended, By = answers.Approver.UserId, Change = "UZATMA|OtherUnit|2026-04-14" });
        await using var db = await answers.Office.DbAsync();
        (await db.OutboxMessages.Where(m => m.Routing == part).Select(m => m.Kind).ToListAsync()).Should().Equal([OutboxKind.ReplyMail], "no short message says that the answer is there");
        (await db.AuditEntries.CountAsync(a => a.Action == "reply.extension-approved")).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_citizen_reads_law_reason_and_new_last_day_and_the_answer_closes_the_case_as_another_letter(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var part = await answers.RequestedAsync();
        await answers.SendNoticeAsync(part, NoticeStories.Extension);
        await answers.SignNoticeAsync(part);

        var own = await answers.OwnAsync(part);
        (own.HasAnswer, own.ExtendedOn, own.DueOn, own.IsClosed).Should().Be((false, Received, Thirtieth, false));
        ReplyLetter.Compose(own.Answers[0].Letter, addressee: null).PlainText.Should()
            .Contain("4982 sayılı Bilgi Edinme Hakkı Kanununun 11 inci maddesi").And.Contain(NoticeStories.Ground).And.Contain("Yeni son gün: 14 Nisan 2026 Salı.")
            .And.NotContain("başvuru yollarını").And.NotContain("cevaplandırılmıştır").And.NotContain("birden fazla birimi");

        var onward = (await answers.CaseAsync(part)).Routings[1].Id;
        var saved = await answers.Office.SaveAsync(answers.Writer, onward, 0);
        (await answers.Office.SubmitAsync(answers.Writer, onward, saved.Value!.Version, new Signatory(answers.Approver.UserId, answers.Unit))).Should().Be(Outcome.Accepted);
        (await answers.SignNoticeAsync(onward, disclosure: DisclosureDecision.Granted)).Should().Be(Outcome.Accepted);

        own = await answers.OwnAsync(part);
        (own.HasAnswer, own.IsClosed, own.Answers.Count).Should().Be((true, true, 2));
        var sheet = (await answers.Office.For<CaseQuery>(answers.Writer).ReadAsync(new CaseNumber(part.CaseId).ToString(), CancellationToken.None))!;
        sheet.Letters.Select(letter => letter.Notice?.Kind).Should().Equal(NoticeKind.Extension, null);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Up_to_the_last_instant_it_may_be_signed_and_from_the_next_one_on_it_is_refused_with_the_last_day_and_nothing_is_lost(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (inTime, late) = (await answers.RequestedAsync(), await answers.RequestedAsync());
        await answers.SendNoticeAsync(inTime, NoticeStories.Extension);
        await answers.SendNoticeAsync(late, NoticeStories.Extension);
        answers.Office.Clock.Pass((await answers.CaseAsync(inTime)).DueEndsAt - answers.Office.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
        (await answers.SignNoticeAsync(inTime)).Should().Be(Outcome.Accepted);

        answers.Office.Clock.Pass(TimeSpan.FromTicks(1));
        (await answers.SignNoticeAsync(late)).Refusal.Should().Be(new Refusal.ExtensionTooLate(Fifteenth));

        var caseFile = await answers.CaseAsync(late);
        (caseFile.DueOn, caseFile.Routings.Single().State, caseFile.Replies.Single().Status).Should().Be((Fifteenth, RoutingState.AwaitingApproval, ReplyStatus.AwaitingApproval));
        (await answers.LetterAsync(late, signed: false)).Notice!.LastDay.Should().BeNull("the approver's desk says that it cannot be signed any more");
        (await answers.Office.SendBackAsync(answers.Approver, late, await answers.Office.HashAsync(late), "Süresi geçti.")).Should().Be(Outcome.Accepted);
        var desk = (await answers.Office.For<ReplyDeskQuery>(answers.Writer).OpenAsync(late.CaseId, default)).Value!;
        (desk.Reason, desk.Ground).Should().Be((NoticeStories.Extension, NoticeStories.Ground));
        new NoticeOffers(answers.Office.Clock).Of(desk.Case).Single(offer => offer.Kind == NoticeKind.Extension).WhyNot.Should().Be(new Refusal.ExtensionTooLate(Fifteenth), "the writer's desk says so too");
        (await answers.SendNoticeAsync(late, NoticeStories.Extension)).Refusal.Should().Be(new Refusal.ExtensionTooLate(Fifteenth));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task It_is_told_once_whoever_tries_again_and_a_second_click_changes_nothing(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var part = await answers.RequestedAsync();
        var (sent, signed) = (OfficeStories.NewCommand(), OfficeStories.NewCommand());
        (await answers.SendNoticeAsync(part, NoticeStories.Extension, id: sent)).Should().Be(Outcome.Accepted);
        var second = await answers.Office.HireAsync(3, OfficerRole.Approver, answers.Unit);

        var outcomes = await Task.WhenAll(
            Task.Run(() => answers.SignNoticeAsync(part, id: signed)), Task.Run(() => answers.SignNoticeAsync(part, id: signed)), Task.Run(() => answers.SignNoticeAsync(part, second)));

        var caseFile = await answers.CaseAsync(part);
        caseFile.Movements.Count(m => m.Kind == MovementKind.TimeExtended).Should().Be(1);
        outcomes.Where(o => !o.IsAccepted).Should().AllSatisfy(o => o.Refusal.Should().BeOfType<Refusal.NotAwaitingApproval>());
        outcomes.Where(o => o.IsAccepted).Should().NotBeEmpty();
        (await answers.SendNoticeAsync(caseFile.Routings[1].Id, NoticeStories.Extension)).Refusal.Should().Be(new Refusal.AlreadyExtended(Received));
        (await answers.MailsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Its_letter_stays_what_was_signed_whatever_becomes_of_the_holidays()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        var part = await answers.RequestedAsync();
        await answers.SendNoticeAsync(part, NoticeStories.Extension);
        var preview = ReplyLetter.Compose(await answers.LetterAsync(part, signed: false), addressee: null).Hash;
        await answers.SignNoticeAsync(part);
        await using (var db = await answers.Office.DbAsync())
            await db.Cases.Where(c => c.Id == part.CaseId).ExecuteUpdateAsync(c => c.SetProperty(x => x.DueOn, Thirtieth.AddDays(1)));

        ReplyLetter.Compose(await answers.LetterAsync(part), addressee: null).Hash.Should().Be(preview);
    }

    [Fact]
    public async Task A_petition_is_not_extended_and_an_extension_needs_its_ground_and_its_reason()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        var request = await answers.RequestedAsync();
        (await answers.SendNoticeAsync(request, ExtensionNotice.CodeOf(null))).Refusal.Should().Be(new Refusal.NoticeIncomplete());
        (await answers.SendNoticeAsync(request, "UZATMA|7")).Refusal.Should().Be(new Refusal.NoticeIncomplete(), "a choice arrives as text and may be anything");
        (await answers.SendNoticeAsync(request, NoticeStories.Extension, "")).Refusal.Should().Be(new Refusal.NoticeIncomplete());

        var petition = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        await answers.Office.OpenAsync(answers.Writer, petition);
        (await answers.SendNoticeAsync(petition, NoticeStories.Extension)).Refusal.Should().Be(new Refusal.OnlyForInformationRequests());
    }

    [Fact]
    public async Task Of_two_parts_the_second_waits_for_what_becomes_of_the_first_and_follows_its_day()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        var part = await answers.RequestedAsync();
        var (other, third) = (answers.Office.Unit("İzmir Valiliği"), answers.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var away = await answers.Office.HireAsync(4, OfficerRole.CaseOfficer, other);
        await answers.Office.HireAsync(6, OfficerRole.CaseOfficer, third);
        (await answers.Office.ForwardAsync(answers.Writer, part, null, ReplyStories.Line(other), ReplyStories.Line(third))).Should().Be(Outcome.Accepted);
        var signs = await answers.Office.HireAsync(5, OfficerRole.Approver, other);
        var legs = (await answers.CaseAsync(part)).Routings;
        var elsewhere = answers with { Unit = other, Writer = away, Approver = signs };
        await answers.Office.OpenAsync(away, legs[1].Id);
        (await elsewhere.SendNoticeAsync(legs[1].Id, NoticeStories.Extension)).Should().Be(Outcome.Accepted);

        (await elsewhere.SignNoticeAsync(legs[1].Id)).Should().Be(Outcome.Accepted);

        var caseFile = await answers.CaseAsync(part);
        caseFile.Routings.Where(r => r.IsOpen).Should().HaveCount(2).And.AllSatisfy(r => r.Rank.Should().Be(caseFile.DueEndsAt.UtcTicks));
        caseFile.DueOn.Should().Be(Thirtieth, "the legal time is the case's");
    }
}
