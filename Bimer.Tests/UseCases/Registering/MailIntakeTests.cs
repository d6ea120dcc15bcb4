using System.Text;
using System.Text.Json;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>A mail out of the mailbox comes to the desk once, lies beside its form and becomes one case (S12).</summary>
public sealed class MailIntakeTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_lies_beside_a_form_that_says_what_it_says_and_becomes_one_case_with_its_files(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        mailbox.Deliver(AMimeMail.Whole);
        (await mailbox.RoundAsync()).Should().Be(1);
        var delivered = mailbox.Office.Clock.GetUtcNow();
        mailbox.Office.Clock.Pass(TimeSpan.FromDays(2));
        var line = (await mailbox.QueueAsync()).Should().ContainSingle().Which;
        line.Should().BeEquivalentTo(new { At = delivered, From = "Müjde Kanarya", Subject = "Sokak lambası şikâyeti", Files = 1, IsUnread = false });

        (await mailbox.OpenMailAsync(line.Id)).Should().Be(Outcome.Accepted);
        var view = await mailbox.SitAsync();

        (await mailbox.BesideAsync())!.Text.Should().Contain("Teşekkürler");
        view.Form.Should().BeEquivalentTo(new { GivenName = "Müjde", Surname = "Kanarya", Email = "mujde@posta.example", ReceivedOn = "2026-03-02" });
        view.Form.Text.Should().StartWith("Sokak lambası şikâyeti\n\nSokaktaki lamba");
        view.Files.Should().ContainSingle().Which.Name.Should().Be("dilekçe eki.pdf");
        (await mailbox.Desk.RecordAsync(Completed(view.Form))).Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await mailbox.Office.DbAsync();
        (await db.Cases.SingleAsync()).Should().BeEquivalentTo(new { Channel = IntakeChannel.Email, ReceivedOn = new DateOnly(2026, 3, 2), MaskedName = "M***** K*****" });
        (await db.Attachments.SingleAsync()).Name.Should().Be("dilekçe eki.pdf");
        (await db.ReceivedMails.SingleAsync()).Should().BeEquivalentTo(new { State = MailState.Registered, SealedContent = (byte[]?)null, DecidedBy = (UserId?)mailbox.Desk.Officer.UserId });
        (await mailbox.QueueAsync()).Should().BeEmpty();
        mailbox.Files.Should().ContainSingle().Which.Should().EndWith("/cur/1:2,S");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_mail_is_one_to_a_unit_whatever_its_file_is_called_and_another_unit_has_its_own(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var nameless = AMimeMail.Of("From: a@b.example", "", "Kimliksiz");
        mailbox.Deliver(AMimeMail.Whole);
        mailbox.Deliver([.. "X-Way: other\r\n"u8, .. AMimeMail.Whole], "2");
        mailbox.Deliver(AMimeMail.Whole, "3", to: mailbox.Office.Unit("BİMER Merkezi"));
        mailbox.Deliver(nameless, "4");
        mailbox.Deliver(nameless, "5");
        mailbox.Deliver(AMimeMail.Of("From: a@b.example", "", "Başka"), "6");

        (await mailbox.RoundAsync()).Should().Be(4);
        mailbox.Deliver(AMimeMail.Whole, "7");
        (await mailbox.RoundAsync()).Should().Be(0, "it is known, also after it was read");

        await using var db = await mailbox.Office.DbAsync();
        (await db.ReceivedMails.CountAsync()).Should().Be(4);
        mailbox.Files.Should().HaveCount(7).And.OnlyContain(file => file.Contains("/cur/", StringComparison.Ordinal));
        mailbox.Office.StoredFiles().Should().HaveCount(2, "the file came to two units");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_officers_who_open_a_mail_at_once_are_one_who_has_it_and_one_who_is_told(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var colleague = await mailbox.Office.HireAsync(2, OfficerRole.CaseOfficer, mailbox.Office.Unit("Ankara Valiliği"));
        mailbox.Deliver(AMimeMail.Whole);
        await mailbox.RoundAsync();
        var id = (await mailbox.QueueAsync()).Single().Id;

        var outcomes = await Task.WhenAll(mailbox.OpenMailAsync(id), mailbox.OpenMailAsync(id, colleague));

        outcomes.Should().ContainSingle(outcome => outcome.IsAccepted);
        Actor[] officers = [mailbox.Desk.Officer, colleague];
        var (winner, loser) = outcomes[0].IsAccepted ? (officers[0], officers[1]) : (officers[1], officers[0]);
        (await mailbox.OpenMailAsync(id, loser)).Refusal.Should().Be(new Refusal.MailWithColleague(winner.UserId, mailbox.Office.Clock.GetUtcNow()));
        (await mailbox.SetAsideAsync(id, who: loser)).Refusal.Should().BeOfType<Refusal.MailWithColleague>();
        (await mailbox.QueueAsync(loser)).Single().Colleague.Should().NotBeNullOrEmpty();
        (await mailbox.BesideAsync(loser)).Should().BeNull();
        (await mailbox.OpenMailAsync(id, winner)).Should().Be(Outcome.Accepted, "one's own may be opened again");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_officer_of_another_unit_finds_no_mail_and_knowing_its_id_helps_nobody(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var stranger = await mailbox.Office.HireAsync(2, OfficerRole.CaseOfficer, mailbox.Office.Unit("BİMER Merkezi"));
        var reader = await mailbox.Office.HireAsync(3, OfficerRole.Coordinator, mailbox.Office.Unit("Ankara Valiliği"));
        mailbox.Deliver(AMimeMail.Whole);
        await mailbox.RoundAsync();
        var id = (await mailbox.QueueAsync()).Single().Id;

        foreach (var other in (Actor[])[stranger, reader])
        {
            (await mailbox.QueueAsync(other)).Should().BeEmpty();
            (await mailbox.OpenMailAsync(id, other)).Refusal.Should().Be(new Refusal.NotFound());
            (await mailbox.SetAsideAsync(id, who: other)).Refusal.Should().Be(new Refusal.NotFound());
        }

        var desk = new ADesk(mailbox.Office, stranger, IntakeChannel.Email) { Intake = id };
        (await desk.TypeAsync(new DeskForm { Text = "Benim" })).Refusal.Should().Be(new Refusal.DraftChanged(SavedAt: null));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_no_petition_is_set_aside_with_a_reason_recorded_and_can_be_taken_back(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        mailbox.Deliver(AMimeMail.Whole);
        await mailbox.RoundAsync();
        var id = (await mailbox.QueueAsync()).Single().Id;
        await mailbox.OpenMailAsync(id);
        await mailbox.SitAsync();

        (await mailbox.SetAsideAsync(id, SetAsideReason.NotAPetition)).Should().Be(Outcome.Accepted);

        (await mailbox.BesideAsync()).Should().BeNull("it left the desk too");
        (await mailbox.QueueAsync()).Should().BeEmpty();
        (await mailbox.QueueAsync(state: MailState.SetAside)).Single().Reason.Should().Be(SetAsideReason.NotAPetition);
        await using (var db = await mailbox.Office.DbAsync())
            (await db.AuditEntries.SingleAsync(a => a.Action == "mail.set-aside")).Should().BeEquivalentTo(new { Actor = (UserId?)mailbox.Desk.Officer.UserId, Detail = $"mail={id:N};why=NotAPetition" });
        (await mailbox.TakeBackAsync(id)).Should().Be(Outcome.Accepted);
        (await mailbox.QueueAsync()).Single().Should().BeEquivalentTo(new { Id = id, Files = 1, Reason = (SetAsideReason?)null });
        mailbox.Office.StoredFiles().Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_of_a_mail_stands_in_the_database_in_any_form(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (citizen, from) = (Canaries.Citizen, AMimeMail.Utf8($"{Canaries.Citizen.GivenName} {Canaries.Citizen.Surname}"));
        var words = $"Ben {citizen.GivenName} {citizen.Surname}, {citizen.NationalId}, {citizen.Mobile}, {Canaries.ContactAddress}";
        mailbox.Deliver(AMimeMail.Of(
            $"Message-ID: <{Canaries.Email}>", $"From: {from} <{Canaries.Email}>", $"Subject: {from}", "Content-Type: multipart/mixed; boundary=b", "",
            "--b", "", AMimeMail.Utf8(words), "--b", $"Content-Disposition: attachment; filename=\"{from}.txt\"", "", "ek", "--b", $"Content-Disposition: attachment; filename=\"{from}.exe\"", "", "MZ", "--b--"));
        await mailbox.RoundAsync();
        Canaries.In(words).Should().NotBeEmpty();

        await mailbox.OpenMailAsync((await mailbox.QueueAsync()).Single().Id);
        var before = Canaries.In(await DumpAsync(mailbox.Office));
        (await mailbox.SitAsync()).Form.Text.Should().Contain(citizen.NationalId);

        before.Should().BeEmpty();
    }

    /// <summary>What the officer adds to what the mail said.</summary>
    internal static DeskForm Completed(DeskForm form) => form with
    {
        Kind = nameof(CaseKind.Complaint), Topics = ["01.02"],
        Presence = IntakeChannel.Email.FieldsOf(ApplicantKind.NaturalPerson).ToDictionary(asked => asked.ToString(), _ => nameof(FieldPresence.NotThere), StringComparer.Ordinal),
    };

    private static async Task<byte[]> DumpAsync(Office office)
    {
        await using var db = await office.DbAsync();
        object[] tables =
        [
            await db.ReceivedMails.AsNoTracking().ToListAsync(), await db.DraftFiles.AsNoTracking().ToListAsync(), await db.DeskIntakes.AsNoTracking().ToListAsync(),
            await db.AuditEntries.AsNoTracking().ToListAsync(), await db.OutboxMessages.AsNoTracking().ToListAsync(),
        ];
        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(tables));
    }
}
