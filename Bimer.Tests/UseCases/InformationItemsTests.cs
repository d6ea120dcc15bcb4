using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Replying;
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

/// <summary>The requested items of an information request from the officer's desk over the approver to the citizen (S8, S54, decision 0102).</summary>
public sealed class InformationItemsTests
{
    private static readonly ItemDecision Granted = new(ItemStories.Budget, ItemOutcome.Granted, Note: "Ek-1");
    private static readonly ItemDecision Partly = new(ItemStories.Staff, ItemOutcome.PartlyGranted, "OZEL_HAYAT", "Adlar ve telefonlar");

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Each_item_is_decided_in_the_letter_and_the_citizen_the_case_and_its_paper_say_how(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AskedAsync(ItemStories.Budget, ItemStories.Staff);
        await answers.Office.AttachAsync(answers.Writer, routing, "butce.txt", "bütçe"u8.ToArray());
        await SubmittedAsync(answers, routing, Granted, Partly);
        var desk = (await answers.Office.ApprovalDesk(answers.Approver).OpenAsync(routing.CaseId, default)).Value!;
        desk.Letter.Items.Proposed.Should().Be(DisclosureDecision.PartlyGranted);

        await answers.SignedAsync(routing, DisclosureDecision.PartlyGranted);

        await using var db = await answers.Office.DbAsync();
        var own = (await answers.Office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == routing.CaseId), default))!;
        var letter = ReplyLetter.Compose(own.Answers[0].Letter, addressee: null);
        letter.PlainText.Should().Contain("1. 2025 yılı bütçesi\r\nKarar: Kabul.\r\nAçıklama: Ek-1\r\n\r\n2. Personel listesi\r\nKarar: Kısmen kabul (4982 sayılı Bilgi Edinme Hakkı Kanunu m.21: Özel hayatın gizliliği).\r\nVerilmeyen kısım: Adlar ve telefonlar")
            .And.Contain("Bilgi Edinme Değerlendirme Kuruluna");
        letter.Html.Should().Contain("<p>1. 2025 yılı bütçesi<br>Karar: Kabul.<br>Açıklama: Ek-1</p>");
        own.Items.All.Select(one => one.Outcome).Should().Equal(ItemOutcome.Granted, ItemOutcome.PartlyGranted);
        var sheet = (await answers.Office.For<CaseQuery>(answers.Writer).ReadAsync(new CaseNumber(routing.CaseId).ToString(), default))!;
        sheet.Items.Should().Be(own.Items);
        sheet.Movements.Should().Contain(m => m.Kind == MovementKind.ItemsChanged && m.Change == "0>2");
        (await answers.Office.PrintAsync(answers.Writer, routing.CaseId)).Value!.Page.Should().Contain("Personel listesi – <strong>Kısmen kabul (4982 m.21: Özel hayatın gizliliği)</strong>. Verilmeyen kısım: Adlar ve telefonlar");
        (await db.AuditEntries.CountAsync(a => a.Action == "case.items-changed")).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_not_decided_does_not_leave_and_the_draft_keeps_what_is(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AskedAsync(ItemStories.Budget, ItemStories.Staff);
        var saved = (await answers.DecideItemsAsync(routing, 0, Granted with { Note = "" }, new(ItemStories.Staff, ItemOutcome.Refused, "YOK_BOYLE"))).Value!;

        (await answers.SendAsync(routing, saved.Version)).Refusal.Should().Be(new Refusal.ItemNamesNoArticle(2));
        saved = (await answers.DecideItemsAsync(routing, saved.Version, Granted with { Note = "" }, new(ItemStories.Staff))).Value!;
        (await answers.SendAsync(routing, saved.Version)).Refusal.Should().Be(new Refusal.ItemUndecided(2));

        var desk = (await answers.Office.For<ReplyDeskQuery>(answers.Writer).OpenAsync(routing.CaseId, default)).Value!;
        desk.Items.All.Select(one => (one.Item, one.Outcome)).Should().Equal((ItemStories.Budget, ItemOutcome.Granted), (ItemStories.Staff, null));
        desk.Others.AreComing.Should().BeFalse();
        (await answers.Office.SaveAsync(answers.Writer, routing, saved.Version)).IsAccepted.Should().BeTrue("a screen that knows no items");
        var draft = (await (await answers.Office.DbAsync()).ReplyDrafts.SingleAsync()).Version;
        (await answers.SendAsync(routing, draft)).Refusal.Should().Be(new Refusal.ItemUndecided(1));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Returned_the_decisions_stay_and_approval_binds_to_those_that_were_shown(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AskedAsync(ItemStories.Budget, ItemStories.Staff);
        var shown = await SubmittedAsync(answers, routing, Granted with { Note = "" }, Partly);
        (await answers.Office.SendBackAsync(answers.Approver, routing, shown, "Bütçe yayımlandı.")).Should().Be(Outcome.Accepted);
        var desk = (await answers.Office.For<ReplyDeskQuery>(answers.Writer).OpenAsync(routing.CaseId, default)).Value!;
        ItemChoices.Of(desk.Items).Select(one => (one.Outcome, one.Article)).Should().Equal((ItemOutcome.Granted, ""), (ItemOutcome.PartlyGranted, "OZEL_HAYAT"));

        (await answers.SendAsync(routing, 0)).Should().Be(Outcome.Accepted, "it goes as it was");
        (await answers.Office.HashAsync(routing)).Should().Be(shown);
        await answers.Office.SendBackAsync(answers.Approver, routing, shown, "Liste verilmez.");
        var version = (await answers.DecideItemsAsync(routing, 0, Granted with { Note = "" }, new(ItemStories.Staff, ItemOutcome.Refused, "OZEL_HAYAT"))).Value!.Version;
        (await answers.SendAsync(routing, version)).Should().Be(Outcome.Accepted);

        (await answers.Office.DecideAsync(answers.Approver, routing, new Approval(shown, ReplyStories.Service, null, DisclosureDecision.PartlyGranted)))
            .Refusal.Should().BeOfType<Refusal.ReplyChanged>();
        await answers.SignedAsync(routing, DisclosureDecision.Refused);   // the approver decides otherwise than the items propose
        await using var db = await answers.Office.DbAsync();
        var signed = await db.Replies.SingleAsync();
        (signed.Items.Proposed, signed.Disclosure).Should().Be((DisclosureDecision.PartlyGranted, DisclosureDecision.Refused));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_wrote_the_items_anew_meanwhile_is_named_as_the_reason_and_a_refused_item_names_the_board_whatever_was_chosen(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AskedAsync(ItemStories.Budget, ItemStories.Staff);
        var saved = (await answers.DecideItemsAsync(routing, 0, Granted with { Note = "" }, Partly)).Value!;
        (await answers.Office.ItemiseAsync(answers.Writer, routing, RequestedItems.Parse([ItemStories.Budget, ItemStories.Staff]).Value!, ItemStories.Staff, ItemStories.Cars)).Should().Be(Outcome.Accepted);

        (await answers.SendAsync(routing, saved.Version)).Refusal.Should().Be(new Refusal.ItemsChangedMeanwhile());
        var desk = (await answers.Office.For<ReplyDeskQuery>(answers.Writer).OpenAsync(routing.CaseId, default)).Value!;
        desk.Items.All.Select(one => (one.Item, one.Outcome)).Should().Equal((ItemStories.Staff, ItemOutcome.PartlyGranted), (ItemStories.Cars, null));
        var version = (await answers.DecideItemsAsync(routing, saved.Version, Partly with { Item = ItemStories.Staff }, new(ItemStories.Cars, ItemOutcome.Granted))).Value!.Version;
        (await answers.SendAsync(routing, version)).Should().Be(Outcome.Accepted);
        await answers.SignedAsync(routing, DisclosureDecision.Granted);

        await using var db = await answers.Office.DbAsync();
        var facts = await answers.Office.Services.GetRequiredService<ReplyLetterReader>().ReadAsync(db, routing, intended: null, default);
        ReplyLetter.RemediesOf(facts!).Should().Contain("15 gün içinde Bilgi Edinme Değerlendirme Kuruluna");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Letters_are_bundled_only_where_they_decide_the_same_about_the_same_items(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        for (var i = 0; i < 3; i++)
        {
            var same = await answers.AskedAsync(ItemStories.Budget);
            await SubmittedAsync(answers, same, Granted with { Note = "" });
        }

        var other = await answers.AskedAsync(ItemStories.Budget);
        await SubmittedAsync(answers, other, new ItemDecision(ItemStories.Budget, ItemOutcome.Refused, "TICARI_SIR"));

        (await Bundles(answers).ReadAsync(default)).Should().ContainSingle().Which.Letters.Should().Be(3);
        (await Bundles(answers).OpenAsync(other.CaseId, default)).Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_two_units_leave_to_each_other_is_not_signed_and_the_desk_says_what_the_other_has_decided(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (izmir, health) = (await TeamAsync(answers, "İzmir Valiliği", 11), await TeamAsync(answers, "Ankara İl Sağlık Müdürlüğü", 21));
        var asked = await answers.AskedAsync(ItemStories.Budget, ItemStories.Staff);
        (await answers.Office.ForwardAsync(answers.Writer, asked, null, ReplyStories.Line(izmir.Unit), ReplyStories.Line(health.Unit))).Should().Be(Outcome.Accepted);
        var (first, last) = (RoutingId.Of(asked.CaseId, 2), RoutingId.Of(asked.CaseId, 3));
        ItemDecision[] half = [Granted with { Note = "" }, new(ItemStories.Staff, ItemOutcome.Elsewhere)];
        (await answers.Office.OpenAsync(izmir.Writer, first)).Should().Be(Outcome.Accepted);
        (await answers.Office.OpenAsync(health.Writer, last)).Should().Be(Outcome.Accepted);
        await SubmittedAsync(izmir, first, half);
        var shown = await SubmittedAsync(health, last, half);
        await izmir.SignedAsync(first, DisclosureDecision.Granted);

        (await answers.Office.DecideAsync(health.Approver, last, new Approval(shown, ReplyStories.Service, null, DisclosureDecision.Granted))).Refusal.Should().Be(new Refusal.ItemLeftToNobody(2, health.Unit));

        (await answers.Office.SendBackAsync(health.Approver, last, shown, "Personel listesine siz karar verin.")).Should().Be(Outcome.Accepted);
        var desk = (await answers.Office.For<ReplyDeskQuery>(health.Writer).OpenAsync(asked.CaseId, default)).Value!;
        (desk.Others.AreComing, desk.Others.Answer(ItemStories.Budget), desk.Others.Answer(ItemStories.Staff)).Should().Be((false, true, false));
    }

    /// <summary>A writer and an approver of another unit.</summary>
    private static async Task<AnAnsweringOffice> TeamAsync(AnAnsweringOffice answers, string name, int first)
    {
        var unit = answers.Office.Unit(name);
        return new(answers.Office, unit, await answers.Office.HireAsync(first, OfficerRole.CaseOfficer, unit), await answers.Office.HireAsync(first + 1, OfficerRole.Approver, unit));
    }

    private static Task<string> SubmittedAsync(AnAnsweringOffice answers, RoutingId routing, params ItemDecision[] items) => ItemStories.SubmittedAsync(answers, routing, items);

    private static BundleQuery Bundles(AnAnsweringOffice answers) => ActivatorUtilities.CreateInstance<BundleQuery>(
        answers.Office.Services, new Office.Acts(answers.Approver), ActivatorUtilities.CreateInstance<ApprovalDeskWriter>(answers.Office.Services, ActivatorUtilities.CreateInstance<EarlierRounds>(answers.Office.Services)));
}
