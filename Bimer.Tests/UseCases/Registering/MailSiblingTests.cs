using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>Of a mail that became the case of a hidden applicant no copy tells who sent it (S12, G1).</summary>
public sealed class MailSiblingTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Copies_that_wait_lose_their_sender_and_those_set_aside_are_emptied(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (id, waiting, aside) = await SplitTwiceAsync(mailbox, AMimeMail.Whole);
        await mailbox.SetAsideAsync(aside);
        await mailbox.OpenMailAsync(id);

        (await mailbox.Desk.RecordAsync(Hiding((await mailbox.SitAsync()).Form))).Should().BeOfType<RegisterAnswer.Recorded>();

        (await mailbox.QueueAsync(state: MailState.SetAside)).Should().BeEmpty();
        (await mailbox.TakeBackAsync(aside)).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.QueueAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = waiting, From = "", Files = 1, Part = (int?)2 });
        await using var db = await mailbox.Office.DbAsync();
        (await db.ReceivedMails.CountAsync(m => m.SealedContent != null)).Should().Be(1);
        (await db.DraftFiles.AnyAsync(f => f.Intake == aside)).Should().BeFalse();
        (await db.AuditEntries.CountAsync(a => a.Action == "mail.sender-hidden")).Should().Be(2);
        await mailbox.OpenMailAsync(waiting);
        var view = await mailbox.SitAsync();
        view.Form.Should().BeEquivalentTo(new { GivenName = "", Surname = "", Email = "" });
        view.Files.Single().Name.Should().Be("Ek-1.pdf");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task It_is_the_same_whichever_of_them_hides_and_where_none_does_they_keep_their_sender(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (id, first, second) = await SplitTwiceAsync(mailbox, AMimeMail.Whole);
        await mailbox.OpenMailAsync(first);
        (await mailbox.Desk.RecordAsync(MailIntakeTests.Completed((await mailbox.SitAsync()).Form))).Should().BeOfType<RegisterAnswer.Recorded>();
        (await mailbox.QueueAsync()).Should().OnlyContain(line => line.From == "Müjde Kanarya");
        await mailbox.OpenMailAsync(second);

        (await mailbox.Desk.RecordAsync(Hiding((await mailbox.SitAsync()).Form))).Should().BeOfType<RegisterAnswer.Recorded>();

        (await mailbox.QueueAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = id, From = "", Part = (int?)null });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Joining_the_case_of_a_hidden_applicant_hides_as_recording_does(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var caseFile = await ServerStories.FileAsync(mailbox.Office.Services, mailbox.Office.Unit("Ankara Valiliği"), CaseKind.TipOff, hidden: true);
        await mailbox.Office.OpenAsync(mailbox.Desk.Officer, caseFile.Routings[0].Id);
        var (id, _, aside) = await SplitTwiceAsync(mailbox, AMimeMail.Whole);
        await mailbox.SetAsideAsync(aside);

        (await mailbox.JoinAsync(id, caseFile)).Should().Be(Outcome.Accepted);

        (await mailbox.QueueAsync()).Single().From.Should().BeEmpty();
        (await mailbox.QueueAsync(state: MailState.SetAside)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Where_a_copy_is_the_mail_as_it_came_nobody_hides_before_it_is_decided_about(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var (id, first, second) = await SplitTwiceAsync(mailbox, new byte[10_000]);
        await mailbox.SetAsideAsync(second);
        await mailbox.OpenMailAsync(id);
        var form = Hiding((await mailbox.SitAsync()).Form) with { Text = ACase.Words };

        (await mailbox.Desk.RecordAsync(form)).Should().Be(new RegisterAnswer.Refused(new Refusal.MailCopyTellsOfSender()));
        (await mailbox.QueueAsync(state: MailState.SetAside)).Should().ContainSingle("nothing happened");
        await mailbox.SetAsideAsync(first);
        (await mailbox.Desk.SaveAsync()).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await mailbox.Office.DbAsync();
        ((await db.DraftFiles.CountAsync()), await db.ReceivedMails.CountAsync(m => m.SealedContent != null)).Should().Be((0, 0));
    }

    private static DeskForm Hiding(DeskForm form) => MailIntakeTests.Completed(form) with { Kind = nameof(CaseKind.TipOff), HideIdentity = "true" };

    private static async Task<(Guid Mail, Guid Second, Guid Third)> SplitTwiceAsync(AMailbox mailbox, byte[] mail)
    {
        mailbox.Deliver(mail);
        (await mailbox.RoundAsync()).Should().Be(1);
        var id = (await mailbox.QueueAsync()).Single().Id;
        foreach (var _ in (int[])[2, 3]) (await mailbox.SplitAsync(id)).Should().Be(Outcome.Accepted);
        var queue = await mailbox.QueueAsync();
        return (id, queue.Single(line => line.Part == 2).Id, queue.Single(line => line.Part == 3).Id);
    }
}
