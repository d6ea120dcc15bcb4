using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Approving;
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

/// <summary>Letters that are nearly the same, signed in one reading (S50, decision 0099).</summary>
public sealed class BundleTests
{
    private const string Text = "<p>Başvurunuzda belirttiğiniz sokak aydınlatması arızası dağıtım şirketine bildirilmiş ve arıza giderilmiştir. Bilgi edinilmesini rica ederiz.</p>";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Fact]
    public void Letters_that_differ_in_numbers_and_a_word_stand_together_and_others_apart()
    {
        const string Lamp = "Başvurunuzda belirttiğiniz sokaktaki 3 armatür 12.03.2026 günü değiştirilmiş, arıza giderilmiştir. Bilginize sunulur, iyi günler dileriz.";
        string[] texts = [Lamp, "Vergi borcunuz yapılandırılmıştır.", Lamp.Replace("3 armatür", "7 armatür", StringComparison.Ordinal), "Okul servisi için görüşme yapılmıştır.", Lamp];

        LetterBundles.Of(texts).Should().ContainSingle().Which.Should().Equal(0, 2, 4);
        LetterBundles.Of(texts[..3]).Should().BeEmpty("two are no bundle");
        LetterBundles.LikenessOf(Lamp, texts[1]).Should().Be(0);
        LetterBundles.SampleOf(3).Should().Be(1);
        LetterBundles.SampleOf(41).Should().Be(3);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_signed_before_those_drawn_by_lot_are_opened_and_then_each_letter_by_itself(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var parts = new List<RoutingId>();
        for (var i = 0; i < 4; i++) parts.Add(await SubmittedAsync(answers, i == 3 ? Text.Replace("giderilmiştir", "onarılmıştır", StringComparison.Ordinal) : Text));
        var alone = await SubmittedAsync(answers, "<p>Okul servisi için ilgili müdürlükle görüşülmüştür.</p>");

        (await Query(answers).ReadAsync(default)).Should().ContainSingle().Which.Letters.Should().Be(4);
        (await Query(answers).OpenAsync(alone.CaseId, default)).Should().BeNull();
        var desk = (await Query(answers).OpenAsync(parts[0].CaseId, default))!;
        desk.Sample.Should().ContainSingle().Which.Should().NotBe(desk.First.Routing, "that one is read anyway");
        (await HandleAsync(answers, desk, opened: [])).Refusal.Should().Be(new Refusal.SampleUnread(1));

        await answers.Office.SendBackAsync(answers.Approver, parts[1], await answers.Office.HashAsync(parts[1]), "Düzeltin.");
        var results = (await HandleAsync(answers, desk, desk.Sample)).Value!;

        results.Select(r => (r.Letter, r.Outcome.IsAccepted)).Should().BeEquivalentTo(parts.Select(p => (p, p != parts[1])));
        results.Single(r => !r.Outcome.IsAccepted).Outcome.Refusal.Should().BeOfType<Refusal.NotAwaitingApproval>("it went back meanwhile");
        (await answers.MailsAsync()).Should().HaveCount(3);
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action == "reply.bundle-approved").Select(a => a.Detail).SingleAsync()).Should().StartWith("letters=4;signed=3;sample=1;");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_changed_since_it_was_on_the_screen_is_not_signed_with_the_others(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var parts = new List<RoutingId>();
        for (var i = 0; i < 3; i++) parts.Add(await SubmittedAsync(answers, Text));
        var desk = (await Query(answers).OpenAsync(parts[0].CaseId, default))!;
        await answers.Office.SendBackAsync(answers.Approver, parts[2], await answers.Office.HashAsync(parts[2]), "Düzeltin.");
        var anew = (await answers.Office.SaveAsync(answers.Writer, parts[2], 0, "<p>Bambaşka bir söz.</p>")).Value!;
        (await answers.Office.SubmitAsync(answers.Writer, parts[2], anew.Version, new Signatory(answers.Approver.UserId, answers.Unit))).Should().Be(Outcome.Accepted);

        var results = (await HandleAsync(answers, desk, desk.Sample)).Value!;

        results.Single(r => !r.Outcome.IsAccepted).Should().BeEquivalentTo(new { Letter = parts[2], Outcome = new { Refusal = new { Version = 2 } } });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_kept_from_the_approvers_unit_is_in_no_bundle(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var parts = new List<RoutingId>();
        for (var i = 0; i < 4; i++) parts.Add(await SubmittedAsync(answers, Text));
        (await Query(answers).OpenAsync(parts[3].CaseId, default))!.Letters.Should().HaveCount(4);
        await using (var db = await answers.Office.DbAsync())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO case_exclusions (case_id, unit, marked_by, marked_from, marked_at) VALUES ({parts[3].CaseId.Value}, {answers.Unit.Value}, 99, {answers.Unit.Value}, 0)");
            await db.Cases.Where(c => c.Id == parts[3].CaseId).ExecuteUpdateAsync(c => c.SetProperty(x => x.HasExclusions, true));
        }

        (await Query(answers).ReadAsync(default)).Should().ContainSingle().Which.Letters.Should().Be(3);
        (await Query(answers).OpenAsync(parts[0].CaseId, default))!.Letters.Select(l => l.Routing).Should().BeEquivalentTo(parts[..3]);
        (await Query(answers).OpenAsync(parts[3].CaseId, default)).Should().BeNull();
    }

    private static async Task<RoutingId> SubmittedAsync(AnAnsweringOffice answers, string html)
    {
        var part = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        (await answers.Office.OpenAsync(answers.Writer, part)).Should().Be(Outcome.Accepted);
        var saved = (await answers.Office.SaveAsync(answers.Writer, part, 0, html)).Value!;
        (await answers.Office.SubmitAsync(answers.Writer, part, saved.Version, new Signatory(answers.Approver.UserId, answers.Unit))).Should().Be(Outcome.Accepted);
        return part;
    }

    private static BundleQuery Query(AnAnsweringOffice answers) => ActivatorUtilities.CreateInstance<BundleQuery>(
        answers.Office.Services, new Office.Acts(answers.Approver), ActivatorUtilities.CreateInstance<ApprovalDeskWriter>(answers.Office.Services, ActivatorUtilities.CreateInstance<EarlierRounds>(answers.Office.Services)));

    private static Task<Outcome<IReadOnlyList<BundleResult>>> HandleAsync(AnAnsweringOffice answers, BundleDesk desk, IReadOnlySet<RoutingId> opened)
    {
        var approve = answers.Office.Handler<ApproveReplyHandler>(answers.Approver, answers.Office.For<DecidedMeanwhile>(answers.Approver));
        var form = new DecisionForm { KeepsService = true, Verdict = ReplyVerdict.Favourable };
        var letters = desk.Letters.Select(l => form.ToApproval(OfficeStories.NewCommand(), l)).ToList();
        return ActivatorUtilities.CreateInstance<ApproveBundleHandler>(answers.Office.Services, approve, new Office.Acts(answers.Approver), answers.Office.Clock)
            .HandleAsync(new ApproveBundle(letters, desk.Sample, opened), _ => { }, default);
    }

    private static Task<Outcome<IReadOnlyList<BundleResult>>> HandleAsync(AnAnsweringOffice answers, BundleDesk desk, RoutingId[] opened) => HandleAsync(answers, desk, opened.ToHashSet());
}
