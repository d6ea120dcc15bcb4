using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Printing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>The answer on paper: whose address stands in the window of the envelope, who reads it, and what of the posting is kept (S51).</summary>
public sealed class LetterPaperTests
{
    private const string Address = "Kanarya Sokağı 7/3\nÇankaya/Ankara";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_address_stands_on_it_once_the_mail_did_not_arrive_and_that_it_was_read_is_recorded(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await AnsweredAsync(answers);
        await SetAsync(answers, OutboxStatus.Sent);
        (await PrintAsync(answers, answers.Writer, routing)).Value!.Page.Should().Contain("altı armatür").And.NotContain("Kanarya").And.NotContain("Çığıroğlu", "it arrived");

        await SetAsync(answers, OutboxStatus.Returned);
        var page = (await PrintAsync(answers, answers.Writer, routing)).Value!.Page;

        page.Should().ContainAll("Şükrüye Çığıroğlu", "Kanarya Sokağı 7/3", "Çankaya/Ankara", "ANKARA VALİLİĞİ", "3071", "Sayın Şükrüye Çığıroğlu", new CaseNumber(routing.CaseId).ToString());
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "letter.printed" && a.Actor == answers.Writer.UserId)).Should().Be(2);
        (await db.AuditEntries.SingleAsync(a => a.Action == "identity.revealed")).Should().BeEquivalentTo(new { Actor = (UserId?)answers.Writer.UserId, Routing = (RoutingId?)routing, Detail = "letter" });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hidden_applicants_letter_is_addressed_by_the_system_and_nobody_on_the_case_reads_it(Kind kind)
    {
        using var room = new AFolder();
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await AnsweredAsync(answers, hidden: true);
        await SetAsync(answers, OutboxStatus.NoAddress);

        foreach (var who in (Actor[])[answers.Writer, answers.Approver])
            (await PrintAsync(answers, who, routing)).Value!.Page.Should().Contain("altı armatür").And.NotContain("Kanarya").And.NotContain("Çığıroğlu");
        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom)).Refusal.Should().Be(new Refusal.NoPostRoom());
        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path)).Value.Should().Be(new PrintedLetter(null, null));

        var words = await PdfWords.OfAsync(await File.ReadAllBytesAsync(room[room.Files.Should().ContainSingle(file => file.EndsWith(".pdf", StringComparison.Ordinal)).Subject]));
        words.Should().ContainAll("Şükrüye Çığıroğlu", "Kanarya Sokağı 7/3", "altı armatür").And.NotContain("Sayın Şükrüye", "it greets as the mail does");
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.AnyAsync(a => a.Action == "identity.revealed")).Should().BeFalse();
        await SetAsync(answers, OutboxStatus.Sent);
        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path)).Refusal.Should().Be(new Refusal.LetterNeedsNoPost());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_letter_lies_in_the_post_room_until_another_is_asked_for_in_so_many_words(Kind kind)
    {
        using var room = new AFolder();
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await AnsweredAsync(answers, hidden: true);
        await SetAsync(answers, OutboxStatus.NoAddress);
        var click = OfficeStories.NewCommand();

        var both = await Task.WhenAll(PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path, id: click), PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path, id: click));
        both.Should().OnlyContain(one => one.Value == new PrintedLetter(null, null));
        room.Files.Should().ContainSingle("two clicks are one letter").Which.Should().EndWith(".pdf");
        (await PrintAsync(answers, answers.Approver, routing, LetterWay.PostRoom, room.Path)).Refusal.Should().BeOfType<Refusal.LetterAlreadyLaid>();
        (await SheetAsync(answers, answers.Approver, routing)).Letters.Single().Delivery!.LaidAt.Should().Be(answers.Office.Clock.GetUtcNow());

        File.Move(room[room.Files.Single()], Path.ChangeExtension(room[room.Files.Single()], ".part"));   // as a program killed before the end leaves it
        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path)).Value.Should().Be(new PrintedLetter(null, null));
        room.Files.Should().ContainSingle().Which.Should().EndWith(".pdf");

        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path, again: true)).IsAccepted.Should().BeTrue();
        room.Files.Should().HaveCount(2);
        (await SheetAsync(answers, answers.Writer, routing)).Movements.Where(m => m.Kind == MovementKind.LetterLaid).Should().HaveCount(2).And.OnlyContain(m => m.Change == null, "the file's name is nobody's to read");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_an_address_no_letter_is_laid_and_none_is_recorded(Kind kind)
    {
        using var room = new AFolder();
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AnsweredAsync(hidden: true);
        await SetAsync(answers, OutboxStatus.NoAddress);

        (await PrintAsync(answers, answers.Writer, routing, LetterWay.PostRoom, room.Path)).Refusal.Should().Be(new Refusal.NoPostalAddress());

        room.Files.Should().BeEmpty();
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.AnyAsync(a => a.Action == "letter.printed" || a.Action == "letter.laid")).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_may_not_post_it_takes_no_letter_and_to_who_may_not_see_the_case_there_is_none(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await AnsweredAsync(answers);
        await SetAsync(answers, OutboxStatus.Returned);
        var stranger = await answers.Office.HireAsync(7, OfficerRole.CaseOfficer, answers.Office.Unit("İzmir Valiliği"));

        (await PrintAsync(answers, stranger, routing)).Refusal.Should().Be(new Refusal.NotFound());
        (await PrintAsync(answers, answers.Writer, await answers.FiledAsync(AnAnsweringOffice.Citizen()))).Refusal.Should().Be(new Refusal.NotFound(), "nothing is signed");
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.AnyAsync(a => a.Action == "letter.printed")).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task That_it_was_posted_stands_in_the_history_with_its_day_and_number_and_is_taken_back_there_too(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await AnsweredAsync(answers);
        await SetAsync(answers, OutboxStatus.Returned);
        var signed = new DateOnly(2026, 3, 2);
        answers.Office.Clock.Pass(TimeSpan.FromDays(3));

        (await PostAsync(answers, routing, signed.AddDays(-1), "")).Refusal.Should().Be(new Refusal.PostingDayWrong(signed, signed.AddDays(3)));
        (await PostAsync(answers, routing, signed.AddDays(4), "")).Refusal.Should().Be(new Refusal.PostingDayWrong(signed, signed.AddDays(3)));
        (await PostAsync(answers, routing, signed, "RR?")).Refusal.Should().Be(new Refusal.PostNumberUnreadable(PostalNote.LongestNumber));
        (await PostAsync(answers, routing, signed.AddDays(1), "rr 1234-56789 tr")).Should().Be(Outcome.Accepted);
        (await PostAsync(answers, routing, signed.AddDays(1), "")).Refusal.Should().Be(new Refusal.MailNotUncertain(), "it is posted");
        (await PostAsync(answers, routing, null, null, MailDecision.NotPosted)).Should().Be(Outcome.Accepted);

        var told = (await SheetAsync(answers, answers.Writer, routing)).Movements;
        told.Where(m => m.Kind is MovementKind.LetterPosted or MovementKind.PostingUndone).OrderBy(m => m.Sequence).Select(m => m.Change).Should().Equal("2026-03-03 RR123456789TR", null);
        (await SheetAsync(answers, answers.Approver, routing)).Movements.Single(m => m.Kind == MovementKind.LetterPosted).Change.Should().Be("2026-03-03 …89TR", "the number leads to the recipient");
        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Returned);
    }

    private static async Task<CaseSheet> SheetAsync(AnAnsweringOffice answers, Actor who, RoutingId routing) =>
        (await answers.Office.For<CaseQuery>(who).ReadAsync(new CaseNumber(routing.CaseId).ToString(), CancellationToken.None))!;

    internal static Task<RoutingId> AnsweredAsync(AnAnsweringOffice answers, bool hidden = false) =>
        answers.AnsweredAsync(AnAnsweringOffice.Citizen() with { ContactAddress = Address }, hidden);

    internal static async Task SetAsync(AnAnsweringOffice answers, OutboxStatus status)
    {
        await using var db = await answers.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, status).SetProperty(m => m.LastAnswer, "5.1.1"));
    }

    private static Task<Outcome> PostAsync(AnAnsweringOffice answers, RoutingId routing, DateOnly? on, string? number, MailDecision decision = MailDecision.Posted) =>
        answers.Office.Handler<ResolveUncertainHandler>(answers.Writer, new Office.Acts(answers.Writer)).HandleAsync(
            new ResolveUncertain(OfficeStories.NewCommand(), routing, decision) { PostedOn = on, PostNumber = number }, CancellationToken.None);

    internal static Task<Outcome<PrintedLetter>> PrintAsync(AnAnsweringOffice answers, Actor who, RoutingId routing, LetterWay way = LetterWay.Page, string postRoom = "", bool again = false, CommandId? id = null) =>
        PrintAsync(answers, new Office.Acts(who), new PrintLetter(id ?? OfficeStories.NewCommand(), routing, way) { IsAgain = again }, postRoom);

    internal static Task<Outcome<PrintedLetter>> PrintAsync(AnAnsweringOffice answers, ICurrentActor who, PrintLetter command, string postRoom) =>
        PrintAsync(answers.Office, who, command, postRoom);

    internal static async Task<Outcome<PrintedLetter>> PrintAsync(Office office, ICurrentActor who, PrintLetter command, string postRoom)
    {
        var services = office.Services;
        await using var words = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        var press = ActivatorUtilities.CreateInstance<LetterPress>(services, new ReportWriter(words, NullLoggerFactory.Instance));
        var room = new PostRoom(Options.Create(new PrintingOptions { PostRoom = postRoom }), TimeProvider.System);
        var laying = ActivatorUtilities.CreateInstance<LetterLaying>(services, room, ActivatorUtilities.CreateInstance<CaseWork>(services, who));
        var handler = ActivatorUtilities.CreateInstance<PrintLetterHandler>(services, who, ActivatorUtilities.CreateInstance<LetterLedger>(services), press, laying);
        return await handler.HandleAsync(command, CancellationToken.None);
    }
}
