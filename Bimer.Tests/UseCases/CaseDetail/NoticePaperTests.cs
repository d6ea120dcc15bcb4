using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Printing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Dispatch;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>Whoever left no e-mail is told on paper where their petition went (3071 m.5).</summary>
public sealed class NoticePaperTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Who_left_no_mail_is_told_on_paper_where_it_went_and_the_history_says_that_it_was_posted(Kind kind)
    {
        await using var sent = await SentAsync(kind);
        (await sent.ToldAsync()).Should().BeEquivalentTo(new { State = DeliveryState.NoAddress, MayPost = true, NoticeOf = (RoutingId?)Leg(sent) });

        var page = (await PrintAsync(sent, sent.Officer)).Value!.Page;
        page.Should().ContainAll("Müjde Kanaryagil", "Sümbül Sok. 3", "Sağlık Bakanlığı", "3071", sent.Number, "ANKARA VALİLİĞİ");
        page.Should().NotContainAny("Cevap mektubu", "Letter of answer");
        (await PostAsync(sent, MailDecision.Posted)).Should().Be(Outcome.Accepted);
        (await sent.ToldAsync())!.State.Should().Be(DeliveryState.Posted);
        (await PostAsync(sent, MailDecision.NotPosted)).Should().Be(Outcome.Accepted);
        (await sent.ToldAsync())!.State.Should().Be(DeliveryState.NoAddress);
        (await PostAsync(sent, MailDecision.SendAgain)).Refusal.Should().BeOfType<Refusal.NotOnTheList>();

        await using var db = await sent.Office.DbAsync();
        (await db.Movements.OrderByDescending(m => m.Sequence).Take(2).Select(m => m.Kind).ToListAsync()).Should().Equal(MovementKind.NoticePostingUndone, MovementKind.NoticePosted);
        (await db.AuditEntries.Where(a => a.Routing == Leg(sent)).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync())
            .Should().Equal("letter.printed", "identity.revealed", "notice.posted", "notice.not-posted");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_somebody_hidden_it_is_laid_in_the_post_room_once_and_nobody_reads_the_address(Kind kind)
    {
        using var room = new AFolder();
        await using var sent = await SentAsync(kind, hidden: true);
        (await PrintAsync(sent, sent.Officer)).Value!.Page.Should().NotContainAny("Kanaryagil", "Sümbül");

        (await PrintAsync(sent, sent.Officer, LetterWay.PostRoom, room.Path)).Value.Should().Be(new PrintedLetter(null, null));
        (await PrintAsync(sent, sent.Officer, LetterWay.PostRoom, room.Path)).Refusal.Should().BeOfType<Refusal.LetterAlreadyLaid>();

        (await PdfWords.OfAsync(await File.ReadAllBytesAsync(room[room.Files.Should().ContainSingle().Which]))).Should().Contain("Kanaryagil");
        await using var db = await sent.Office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "identity.revealed"), await db.Movements.CountAsync(m => m.Kind == MovementKind.NoticeLaid)).Should().Be((0, 1));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_written_of_what_was_taken_back_or_was_told_or_can_still_be_taken_back(Kind kind)
    {
        await using var sent = await SentAsync(kind);
        foreach (var status in new[] { OutboxStatus.Queued, OutboxStatus.Withdrawn, OutboxStatus.Sent, OutboxStatus.Uncertain })
        {
            await SetAsync(sent, status);
            (await PrintAsync(sent, sent.Officer)).Refusal.Should().BeOfType<Refusal.LetterNeedsNoPost>(status.ToString());
            (await PostAsync(sent, MailDecision.Posted)).Refusal.Should().BeOfType<Refusal.MailNotUncertain>(status.ToString());
        }

        await SetAsync(sent, OutboxStatus.NoAddress);
        await using (var db = await sent.Office.DbAsync()) await db.Routings.Where(r => r.Id == Leg(sent)).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, RoutingState.Returned));
        (await PrintAsync(sent, sent.Officer)).Refusal.Should().BeOfType<Refusal.NothingToTell>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_unit_that_sent_it_writes_it_and_nobody_of_the_one_that_got_it(Kind kind)
    {
        await using var sent = await SentAsync(kind);
        var (theirs, above) = (await sent.Office.HireAsync(8, OfficerRole.CaseOfficer, sent.Ministry), await sent.Office.HireAsync(9, OfficerRole.GeneralCoordinator, sent.Office.Unit("Ankara Valiliği")));

        (await PrintAsync(sent, theirs)).Refusal.Should().Be(new Refusal.NotYoursToResolve(sent.Office.Unit("Ankara Valiliği")));
        (await PostAsync(sent, MailDecision.Posted, theirs)).Refusal.Should().BeOfType<Refusal.NotYoursToResolve>();
        (await PrintAsync(sent, above)).Value!.Page.Should().NotContain("Kanaryagil", "who coordinates reads no address");
        (await PrintAsync(sent, sent.Officer with { UserId = new UserId(77), Roles = [] })).Refusal.Should().BeOfType<Refusal.NotFound>();
    }

    [Theory]
    [InlineData(Kind.Sqlite, false)]
    [InlineData(Kind.Sqlite, true)]
    [InlineData(Kind.Postgres, false)]
    public async Task What_was_written_down_and_not_laid_is_dropped_when_the_part_has_come_back_since(Kind kind, bool isForgotten)
    {
        using var room = new AFolder();
        await using var sent = await SentAsync(kind, hidden: true);
        (await PrintAsync(sent, sent.Officer, LetterWay.PostRoom, room.Path)).IsAccepted.Should().BeTrue();
        var waits = Path.ChangeExtension(room[room.Files.Single()], ".part");
        File.Move(room[room.Files.Single()], waits);   // as a folder that was away leaves it
        await using (var db = await sent.Office.DbAsync()) await db.Routings.Where(r => r.Id == Leg(sent)).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, RoutingState.Returned));

        if (isForgotten)
        {
            File.SetLastWriteTimeUtc(waits, DateTime.UnixEpoch);
            await ForgottenAsync(sent, room.Path);
        }
        else
        {
            (await PrintAsync(sent, sent.Officer, LetterWay.PostRoom, room.Path)).Refusal.Should().BeOfType<Refusal.NothingToTell>();
        }

        room.Files.Should().BeEmpty("it no longer lies where the paper says");
    }

    private static RoutingId Leg(ASentCase sent) => RoutingId.Of(sent.Part.CaseId, 2);

    /// <summary>A complaint somebody without e-mail made, with the ministry for two hours.</summary>
    private static async Task<ASentCase> SentAsync(Kind kind, bool hidden = false)
    {
        var sent = await ASentCase.BeginAsync(kind, CaseKind.Complaint, hidden, identity: ServerStories.Identity with { Email = null, Mobile = "", ContactAddress = "Sümbül Sok. 3\nÇankaya/Ankara" });
        await sent.SendAsync(sent.Ministry);
        sent.Office.Clock.Pass(TimeSpan.FromHours(2));
        await using var server = SmtpServer.Start();
        (await new ACourier(sent.Office, AMail.Sender(server)).DrainAsync(OutboxKind.ForwardMail)).Should().Be(1);
        return sent;
    }

    private static async Task SetAsync(ASentCase sent, OutboxStatus status)
    {
        await using var db = await sent.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ForwardMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, status));
    }

    private static Task<Outcome<PrintedLetter>> PrintAsync(ASentCase sent, Actor who, LetterWay way = LetterWay.Page, string room = "") =>
        LetterPaperTests.PrintAsync(sent.Office, new Office.Acts(who), new PrintLetter(OfficeStories.NewCommand(), Leg(sent), way) { IsNotice = true }, room);

    /// <summary>The next letter that is laid looks after what was forgotten.</summary>
    private static async Task ForgottenAsync(ASentCase sent, string folder)
    {
        var room = new PostRoom(Options.Create(new PrintingOptions { PostRoom = folder }), TimeProvider.System);
        var laying = ActivatorUtilities.CreateInstance<LetterLaying>(sent.Office.Services, room, ActivatorUtilities.CreateInstance<CaseWork>(sent.Office.Services, new Office.Acts(sent.Officer)));
        await using var db = await sent.Office.DbAsync();
        var read = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == sent.Part.CaseId);
        await laying.LayAsync(new PrintLetter(OfficeStories.NewCommand(), Leg(sent), LetterWay.PostRoom) { IsNotice = true }, read, [1], CancellationToken.None);
    }

    private static Task<Outcome> PostAsync(ASentCase sent, MailDecision decision, Actor? who = null) =>
        sent.Office.Handler<ResolveUncertainHandler>(who ?? sent.Officer, new Office.Acts(who ?? sent.Officer))
            .HandleAsync(new ResolveUncertain(OfficeStories.NewCommand(), Leg(sent), decision) { IsNotice = true }, CancellationToken.None);
}
