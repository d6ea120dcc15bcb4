using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>A petition is turned away by its own law, with a ground, over an approver, and the citizen is told both (İşleme Alınmayacak, S47).</summary>
public sealed class NotExaminedTests
{
    private const string Reason = "BELLI_KONU_YOK";
    private const string Ground = "Dilekçenizde hangi işin istendiği yazılmamıştır.\nYeniden başvurabilirsiniz.";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    public static TheoryData<Kind, string?, string?, Type> Incomplete
    {
        get
        {
            var table = new TheoryData<Kind, string?, string?, Type>();
            foreach (var kind in (Kind[])[Kind.Sqlite, Kind.Postgres])
            {
                table.Add(kind, "", Ground, typeof(Refusal.InadmissibilityReasonMissing));
                table.Add(kind, "DEVLET_SIRRI", Ground, typeof(Refusal.InadmissibilityReasonMissing));
                table.Add(kind, "YANLIS_MAKAM", Ground, typeof(Refusal.InadmissibilityReasonMissing));
                table.Add(kind, Reason, " \n ", typeof(Refusal.InadmissibilityGroundMissing));
                table.Add(kind, null, Ground, typeof(Refusal.TextMissing));
            }

            return table;
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Reason_and_ground_go_over_the_approver_into_the_letter_and_the_history(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await SubmittedAsync(story);
        (await DeskOfAsync(story)).IsNotExamined.Should().BeTrue();

        (await story.Office.DecideAsync(story.Approver, story.Routing, Unfavourable(hash))).Should().Be(Outcome.Accepted);

        var letter = ReplyLetter.Compose((await LetterAsync(story))!, addressee: null);
        letter.PlainText.Should().Contain("3071 sayılı Dilekçe Hakkının Kullanılmasına Dair Kanun m.6/a uyarınca işleme alınmamıştır. Sebep: Belli bir konuyu ihtiva etmeyen dilekçe.")
            .And.Contain("Gerekçe: Dilekçenizde hangi işin istendiği yazılmamıştır.\r\n\r\nYeniden başvurabilirsiniz.").And.Contain("60 gün içinde idare mahkemesinde").And.NotContain("Cumhuriyet başsavcılığına");
        await using var db = await story.Office.DbAsync();
        var told = await db.Movements.Where(m => m.Kind == MovementKind.ReplySubmitted || m.Kind == MovementKind.ReplyApproved).Select(m => m.Change).ToListAsync();
        told.Should().HaveCount(2).And.OnlyContain(change => InadmissibilityReason.Parse(change)!.Code == Reason);
    }

    [Theory, MemberData(nameof(Incomplete))]
    public async Task Without_a_reason_of_its_own_law_and_a_ground_nothing_is_sent_and_the_draft_stays(Kind kind, string? reason, string? ground, Type refusal)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var saved = (await story.Office.TurnAwayAsync(story.Writer, story.Routing, 0, reason, ground)).Value!;

        var outcome = await story.Office.SubmitAsync(story.Writer, story.Routing, saved.Version, story.Signatory);

        outcome.Refusal.Should().BeOfType(refusal);
        await using var db = await story.Office.DbAsync();
        (await db.ReplyDrafts.SingleAsync()).InadmissibilityReason.Should().Be(reason);
        (await db.Replies.AnyAsync()).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_not_examined_is_never_granted(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var hash = await SubmittedAsync(story);

        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Refusal.Should().Be(new Refusal.InadmissibleIsNotGranted());
        (await story.Office.DecideAsync(story.Approver, story.Routing, Unfavourable(hash) with { Verdict = ReplyVerdict.Unclassified })).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_information_request_is_turned_away_by_its_own_law_as_a_refusal_with_the_board(Kind kind)
    {
        await using var office = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await office.FiledAsync(AnAnsweringOffice.Citizen(), kind: CaseKind.InformationRequest);
        var story = new AReplyStory(office.Office, office.Unit, office.Writer, office.Approver, routing);
        (await office.Office.OpenAsync(office.Writer, routing)).Should().Be(Outcome.Accepted);
        var hash = await SubmittedAsync(story, "TAVSIYE_MUTALAA");
        var decision = new Approval(hash, ReplyStories.Service, null, DisclosureDecision.PartlyGranted);

        (await office.Office.DecideAsync(office.Approver, routing, decision)).Refusal.Should().Be(new Refusal.InadmissibleIsNotGranted());
        (await office.Office.DecideAsync(office.Approver, routing, decision with { Disclosure = DisclosureDecision.Refused })).Should().Be(Outcome.Accepted);

        ReplyLetter.Compose((await LetterAsync(story))!, addressee: null).PlainText.Should().Contain("4982 sayılı Bilgi Edinme Hakkı Kanunu m.27").And.Contain("Bilgi Edinme Değerlendirme Kuruluna");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_reported_a_crime_is_told_where_to_even_when_the_kind_changes_after_the_signature(Kind kind)
    {
        await using var office = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        var routing = await office.FiledAsync(AnAnsweringOffice.Citizen(), kind: CaseKind.TipOff);
        var story = new AReplyStory(office.Office, office.Unit, office.Writer, office.Approver, routing);
        (await office.Office.OpenAsync(office.Writer, routing)).Should().Be(Outcome.Accepted);
        (await office.Office.DecideAsync(office.Approver, routing, Unfavourable(await SubmittedAsync(story)))).Should().Be(Outcome.Accepted);
        await using (var db = await office.Office.DbAsync()) await db.Cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.Kind, CaseKind.Complaint));

        await new ACourier(office.Office, AMail.Sender(server)).DrainAsync();

        var mail = server.Accepted.Should().ContainSingle().Subject.Read();
        mail.PlainText.Should().Contain("Cumhuriyet başsavcılığına").And.Contain("işleme alınmamıştır").And.Contain("Yeniden başvurabilirsiniz.");
        mail.Html.Should().Contain("Cumhuriyet başsavcılığına").And.Contain("<p>Yeniden başvurabilirsiniz.</p>");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_citizen_the_case_and_its_paper_say_that_it_was_not_examined_and_why(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        (await story.Office.DecideAsync(story.Approver, story.Routing, Unfavourable(await SubmittedAsync(story)))).Should().Be(Outcome.Accepted);
        var caseId = story.Routing.CaseId;

        await using var db = await story.Office.DbAsync();
        var own = await story.Office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == caseId), default);
        var sheet = (await story.Office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(caseId).ToString(), default))!;
        var paper = (await story.Office.PrintAsync(story.Writer, caseId)).Value!;

        own!.IsNotExamined.Should().BeTrue();
        sheet.Letters.Should().ContainSingle().Which.Inadmissibility!.Ground.Should().Be(Ground);
        paper.Page.Should().Contain("İşleme alınmayacak: 3071 m.6/a, Belli bir konuyu ihtiva etmeyen dilekçe").And.Contain("Dilekçenizde hangi işin istendiği yazılmamıştır.");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_draft_that_comes_back_brings_reason_and_ground_and_another_ground_is_another_letter(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var read = await SubmittedAsync(story);
        (await story.Office.SendBackAsync(story.Approver, story.Routing, read, "Gerekçeyi açın.")).Should().Be(Outcome.Accepted);

        var desk = (await story.Office.For<ReplyDeskQuery>(story.Writer).OpenAsync(story.Routing.CaseId, default)).Value!;
        (desk.Reason, desk.Ground).Should().Be((Reason, Ground));
        (await story.Office.SubmitAsync(story.Writer, story.Routing, 0, story.Signatory)).Should().Be(Outcome.Accepted);
        (await story.Office.HashAsync(story.Routing)).Should().Be(read, "untouched it is the same letter");
        (await story.Office.SendBackAsync(story.Approver, story.Routing, read, "Gerekçeyi açın.")).Should().Be(Outcome.Accepted);
        var saved = (await story.Office.TurnAwayAsync(story.Writer, story.Routing, 0, Reason, Ground + " Konuyu yazınız.")).Value!;
        (await story.Office.SubmitAsync(story.Writer, story.Routing, saved.Version, story.Signatory)).Should().Be(Outcome.Accepted);

        (await story.Office.DecideAsync(story.Approver, story.Routing, Unfavourable(read))).Refusal.Should().BeOfType<Refusal.ReplyChanged>();
    }

    private static Approval Unfavourable(string hash) => new(hash, ReplyStories.Service, ReplyVerdict.Unfavourable, null);

    private static async Task<string> SubmittedAsync(AReplyStory story, string reason = Reason)
    {
        var saved = (await story.Office.TurnAwayAsync(story.Writer, story.Routing, 0, reason, Ground)).Value!;
        (await story.Office.SubmitAsync(story.Writer, story.Routing, saved.Version, story.Signatory)).Should().Be(Outcome.Accepted);
        return await story.Office.HashAsync(story.Routing);
    }

    private static async Task<ApprovalDesk> DeskOfAsync(AReplyStory story) =>
        (await story.Office.ApprovalDesk(story.Approver).OpenAsync(story.Routing.CaseId, default)).Value!;

    private static async Task<ReplyLetterFacts?> LetterAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        return await story.Office.Services.GetRequiredService<ReplyLetterReader>().ReadAsync(db, story.Routing, intended: null, default);
    }
}
