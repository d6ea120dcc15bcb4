using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>Many mails, one petition: a further mail joins the case its reader holds (S12).</summary>
public sealed class MailJoinTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_further_mail_lies_among_the_papers_of_the_case_and_nothing_else_of_it_changes(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var caseFile = await HeldAsync(mailbox);
        var id = await DeliveredAsync(mailbox);
        await mailbox.OpenMailAsync(id);
        await mailbox.SitAsync();
        mailbox.Office.Clock.Pass(TimeSpan.FromMinutes(1));   // what an officer lays beside a mail comes later than it
        (await mailbox.Desk.AttachAsync("not.txt", "Telefonda konuşuldu."u8.ToArray())).IsAccepted.Should().BeTrue();

        var outcomes = await Task.WhenAll(mailbox.JoinAsync(id, caseFile), mailbox.JoinAsync(id, caseFile));

        outcomes.Should().OnlyContain(outcome => outcome.IsAccepted, "two clicks are one");
        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Name).ToListAsync()).Should().Equal("e-posta-metni.txt", "dilekçe eki.pdf", "not.txt");
        var after = await db.Cases.Include(c => c.Routings).SingleAsync();
        (after.DueOn, after.Routings.Single().State).Should().Be((caseFile.DueOn, RoutingState.Held));
        (await db.Movements.SingleAsync(m => m.Kind == MovementKind.MailJoined)).By.Should().Be(mailbox.Desk.Officer.UserId);
        (await db.ReceivedMails.SingleAsync()).Should().BeEquivalentTo(new { State = MailState.Registered, SealedContent = (byte[]?)null });
        ((await db.DeskIntakes.CountAsync()), await db.DraftFiles.CountAsync()).Should().Be((0, 0));
        (await db.AuditEntries.CountAsync(a => a.Action == "mail.joined" || a.Action == "case.mail-joined")).Should().Be(2);
        (await mailbox.QueueAsync()).Should().BeEmpty();
        (await mailbox.Desk.SitDownAsync()).Value!.Form.Text.Should().BeEmpty("the desk is free");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_does_not_hold_the_case_is_told_who_does_and_of_one_they_may_not_see_nothing(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var colleague = await mailbox.Office.HireAsync(2, OfficerRole.CaseOfficer, mailbox.Office.Unit("Ankara Valiliği"));
        var (held, unseen) = (await HeldAsync(mailbox), await mailbox.Office.FileAsync(mailbox.Office.Unit("İzmir Valiliği")));
        var id = await DeliveredAsync(mailbox);

        (await mailbox.JoinAsync(id, held, colleague)).Refusal.Should().BeOfType<Refusal.AlreadyOpened>().Which.Custodian.Should().Be(mailbox.Desk.Officer.UserId);
        (await mailbox.JoinAsync(id, unseen)).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.JoinAsync(Guid.NewGuid(), held)).Refusal.Should().Be(new Refusal.NotFound());
        await mailbox.OpenMailAsync(id, colleague);
        (await mailbox.JoinAsync(id, held)).Refusal.Should().BeOfType<Refusal.MailWithColleague>();
        (await mailbox.QueueAsync(colleague)).Should().ContainSingle("it waits as before");
        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.AnyAsync()).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_a_hidden_applicant_the_papers_have_no_names_and_their_sender_stands_nowhere(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var caseFile = await HeldAsync(mailbox, hidden: true);
        var id = await DeliveredAsync(mailbox);

        (await mailbox.JoinAsync(id, caseFile)).Should().Be(Outcome.Accepted);

        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Name).ToListAsync()).Should().Equal("Ek-1.txt", "Ek-2.pdf");
        (await db.SealedIdentities.CountAsync()).Should().Be(1, "who sent the mail is not asked about and not kept");
        (await db.ReceivedMails.SingleAsync()).SealedContent.Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_that_joined_one_case_is_not_said_to_have_joined_another(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (meant, mistyped) = (await HeldAsync(mailbox), await HeldAsync(mailbox));
        var id = await DeliveredAsync(mailbox);

        (await mailbox.JoinAsync(id, meant)).Should().Be(Outcome.Accepted);

        (await mailbox.JoinAsync(id, mistyped)).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.JoinAsync(id, meant)).Should().Be(Outcome.Accepted, "the second click is answered as the first");
        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.ToListAsync()).Should().HaveCount(2).And.OnlyContain(a => a.CaseId == meant.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_long_mail_brings_its_words_once_and_its_subject_whatever_was_tidied_away_at_the_desk(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (kept, tidied) = (await HeldAsync(mailbox), await HeldAsync(mailbox));
        var words = string.Concat(Enumerable.Repeat("lamba ", 1_100)).Trim();
        mailbox.Deliver(AMimeMail.Of("From: a@b.example", "Subject: Birinci", "", words));
        mailbox.Deliver(AMimeMail.Of("From: a@b.example", "Subject: Ikinci", "", words), "2");
        (await mailbox.RoundAsync()).Should().Be(2);
        var queue = await mailbox.QueueAsync();
        var (one, two) = (queue.Single(line => line.Subject is "Birinci").Id, queue.Single(line => line.Subject is "Ikinci").Id);
        await mailbox.OpenMailAsync(two);
        await mailbox.Desk.RemoveAsync((await mailbox.SitAsync()).Files.Single().Id);

        (await mailbox.JoinAsync(one, kept)).Should().Be(Outcome.Accepted);
        (await mailbox.JoinAsync(two, tidied)).Should().Be(Outcome.Accepted);

        (await TextsAsync(mailbox, kept)).Should().Equal("Birinci", words);
        (await TextsAsync(mailbox, tidied)).Should().Equal("Ikinci", words);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Words_that_lie_in_no_file_are_written_however_long_and_with_what_was_not_taken(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (open, hidden) = (await HeldAsync(mailbox), await HeldAsync(mailbox, hidden: true));
        var words = string.Concat(Enumerable.Repeat("lamba ", 1_100)).Trim();
        foreach (var name in (string[])["1", "2"])
            mailbox.Deliver(AMimeMail.Of(
                "From: a@b.example", "Subject: Konu " + name, "Content-Type: multipart/mixed; boundary=b", "", "--b", "", words,
                "--b", "Content-Disposition: attachment; filename=\"program.exe\"", "", "MZ", "--b--"), name);
        (await mailbox.RoundAsync()).Should().Be(2);
        await using (var db = await mailbox.Office.DbAsync()) await db.DraftFiles.ExecuteDeleteAsync();   // as it was where the intake took none
        var queue = await mailbox.QueueAsync();

        (await mailbox.JoinAsync(queue.Single(line => line.Subject is "Konu 1").Id, open)).Should().Be(Outcome.Accepted);
        (await mailbox.JoinAsync(queue.Single(line => line.Subject is "Konu 2").Id, hidden)).Should().Be(Outcome.Accepted);

        (await TextsAsync(mailbox, open)).Should().Equal($"Konu 1\n\n{words}\n\nAlınmayan dosyalar:\n- program.exe");
        (await TextsAsync(mailbox, hidden)).Should().Equal($"Konu 2\n\n{words}\n\nAlınmayan dosyalar: 1");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Hidden_later_the_words_name_no_file_that_was_not_taken(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var held = await HeldAsync(mailbox);
        mailbox.Deliver(AMimeMail.Of(
            "From: a@b.example", "Subject: Konu", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "Lamba yine yanmıyor.".Replace('ı', 'i'),
            "--b", "Content-Disposition: attachment; filename=\"mujde-kanarya.exe\"", "", "MZ", "--b", "Content-Disposition: attachment; filename=\"b.exe\"", "", "MZ", "--b--"));
        (await mailbox.RoundAsync()).Should().Be(1);
        (await mailbox.JoinAsync((await mailbox.QueueAsync()).Single().Id, held)).Should().Be(Outcome.Accepted);
        (await TextsAsync(mailbox, held)).Single().Should().Contain("mujde-kanarya");

        (await mailbox.Office.Handler<HideIdentityHandler>(mailbox.Desk.Officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), held.Routings[0].Id), CancellationToken.None)).Should().Be(Outcome.Accepted);

        (await TextsAsync(mailbox, held)).Should().Equal("Konu\n\nLamba yine yanmiyor.\n\nAlınmayan dosyalar: 2");
        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.SingleAsync()).Should().BeEquivalentTo(new { Name = "Ek-1.txt", Ordinal = 1 });
    }

    private static async Task<List<string>> TextsAsync(AMailbox mailbox, CaseFile caseFile)
    {
        await using var db = await mailbox.Office.DbAsync();
        List<string> texts = [];
        foreach (var file in await db.Attachments.Where(a => a.CaseId == caseFile.Id).OrderBy(a => a.Ordinal).ToListAsync())
        {
            using var reader = new StreamReader(await mailbox.Office.Services.GetRequiredService<FileVault>().OpenAsync(new StoredFileId(file.Id.Value), CancellationToken.None));
            texts.Add(await reader.ReadToEndAsync());
        }

        return texts;
    }

    private static async Task<CaseFile> HeldAsync(AMailbox mailbox, bool hidden = false)
    {
        var caseFile = await ServerStories.FileAsync(mailbox.Office.Services, mailbox.Office.Unit("Ankara Valiliği"), CaseKind.TipOff, hidden);
        (await mailbox.Office.OpenAsync(mailbox.Desk.Officer, caseFile.Routings[0].Id)).Should().Be(Outcome.Accepted);
        return caseFile;
    }

    private static async Task<Guid> DeliveredAsync(AMailbox mailbox)
    {
        mailbox.Deliver(AMimeMail.Whole);
        (await mailbox.RoundAsync()).Should().Be(1);
        return (await mailbox.QueueAsync()).Single().Id;
    }
}
