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

/// <summary>What our reader cannot read, an officer of the unit takes whole, and nobody else does (S12).</summary>
public sealed class MailOriginalTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_that_cannot_be_read_is_taken_byte_for_byte_and_who_took_it_is_recorded(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind, largest: 70_000);
        var large = new byte[70_001];
        Random.Shared.NextBytes(large);
        mailbox.Deliver(new byte[10_000], "1");
        mailbox.Deliver(large, "2");
        mailbox.Deliver(AMimeMail.Whole, "3");
        (await mailbox.RoundAsync()).Should().Be(3);
        var queue = await mailbox.QueueAsync();

        queue.Where(line => line.IsUnread).Should().HaveCount(2).And.OnlyContain(line => line.HasOriginal && line.Files == 0);
        var taken = new List<byte[]>();
        foreach (var line in queue.Where(line => line.IsUnread)) taken.Add((await mailbox.OriginalAsync(line.Id)).Value!);
        taken.Should().BeEquivalentTo([new byte[10_000], large]);
        (await mailbox.OriginalAsync(queue.Single(line => !line.IsUnread).Id)).Refusal.Should().Be(new Refusal.NotFound(), "what can be read is read");
        await using var db = await mailbox.Office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action == "mail.original-taken").ToListAsync())
            .Should().HaveCount(2).And.OnlyContain(a => a.Actor == mailbox.Desk.Officer.UserId && a.Detail!.StartsWith("mail=", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task To_an_officer_of_another_unit_there_is_no_such_mail_and_a_colleague_who_has_it_keeps_it(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var stranger = await mailbox.Office.HireAsync(2, OfficerRole.CaseOfficer, mailbox.Office.Unit("BİMER Merkezi"));
        var reader = await mailbox.Office.HireAsync(3, OfficerRole.Coordinator, mailbox.Office.Unit("Ankara Valiliği"));
        var colleague = await mailbox.Office.HireAsync(4, OfficerRole.CaseOfficer, mailbox.Office.Unit("Ankara Valiliği"));
        var id = await DeliveredAsync(mailbox);

        foreach (var other in (Actor[])[stranger, reader]) (await mailbox.OriginalAsync(id, other)).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.OriginalAsync(Guid.NewGuid())).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.OriginalAsync(id, colleague)).IsAccepted.Should().BeTrue();
        await mailbox.OpenMailAsync(id);
        (await mailbox.OriginalAsync(id, colleague)).Refusal.Should().BeOfType<Refusal.MailWithColleague>();
        await using var db = await mailbox.Office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "mail.original-taken")).Should().Be(1, "who got nothing took nothing");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_mail_itself_is_no_paper_of_the_case_typed_from_it_and_is_gone_with_the_recording(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var id = await DeliveredAsync(mailbox);
        await mailbox.OpenMailAsync(id);
        var view = await mailbox.SitAsync();
        view.Files.Should().BeEmpty();
        await using (var db = await mailbox.Office.DbAsync())
        {
            var original = (await db.DraftFiles.SingleAsync(f => f.Intake == id)).Id;
            (await mailbox.Desk.RemoveAsync(original)).Should().Be(Outcome.Accepted);
        }

        (await mailbox.OriginalAsync(id)).IsAccepted.Should().BeTrue("nobody takes it out of the form");
        var form = MailIntakeTests.Completed(view.Form) with { Text = ACase.Words };
        (await mailbox.Desk.RecordAsync(form)).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var after = await mailbox.Office.DbAsync();
        ((await after.Attachments.CountAsync()), await after.DraftFiles.CountAsync()).Should().Be((0, 0));
        (await mailbox.OriginalAsync(id)).Refusal.Should().Be(new Refusal.NotFound());
    }

    private static async Task<Guid> DeliveredAsync(AMailbox mailbox)
    {
        mailbox.Deliver(new byte[10_000]);
        (await mailbox.RoundAsync()).Should().Be(1);
        var line = (await mailbox.QueueAsync()).Single();
        line.IsUnread.Should().BeTrue();
        return line.Id;
    }
}
