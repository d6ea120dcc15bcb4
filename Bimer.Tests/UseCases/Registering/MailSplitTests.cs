using Bimer.Blazor.Workspace.Registering;
using Bimer.Blazor.Workspace.Registering.Mailing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>One mail, several petitions: each becomes a case of its own, with the files and the day of receipt (S12).</summary>
public sealed class MailSplitTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_with_two_petitions_becomes_two_cases_that_share_its_files_and_its_day(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var id = await DeliveredAsync(mailbox);
        mailbox.Office.Clock.Pass(TimeSpan.FromDays(2));
        await mailbox.OpenMailAsync(id);
        var first = await mailbox.SitAsync();

        (await mailbox.SplitAsync(id)).Should().Be(Outcome.Accepted);
        (await mailbox.Desk.RecordAsync(MailIntakeTests.Completed(first.Form))).Should().BeOfType<RegisterAnswer.Recorded>();
        var copy = (await mailbox.QueueAsync()).Should().ContainSingle().Which;
        copy.Should().BeEquivalentTo(new { From = "Müjde Kanarya", Files = 1, Part = (int?)2 });
        (await mailbox.OpenMailAsync(copy.Id)).Should().Be(Outcome.Accepted);
        var second = await mailbox.SitAsync();
        (await mailbox.Desk.RecordAsync(MailIntakeTests.Completed(second.Form) with { Text = "Parktaki banklar kırık, onarılmasını istiyorum." })).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await mailbox.Office.DbAsync();
        (await db.Cases.ToListAsync()).Should().HaveCount(2).And.OnlyContain(c => c.ReceivedOn == new DateOnly(2026, 3, 2));
        (await db.Attachments.Select(a => a.Name).ToListAsync()).Should().Equal("dilekçe eki.pdf", "dilekçe eki.pdf");
        (await db.Attachments.Select(a => a.Id).Distinct().CountAsync()).Should().Be(2, "each case has a file of its own");
        (await db.AuditEntries.SingleAsync(a => a.Action == "mail.split")).Detail.Should().Be($"mail={id:N};copy={copy.Id:N};part=2");
        (await mailbox.QueueAsync()).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Copies_are_numbered_whoever_makes_them_and_of_whichever_and_there_is_an_end_of_them(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var colleague = await mailbox.Office.HireAsync(2, OfficerRole.CaseOfficer, mailbox.Office.Unit("Ankara Valiliği"));
        var id = await DeliveredAsync(mailbox);

        var outcomes = await Task.WhenAll(mailbox.SplitAsync(id), mailbox.SplitAsync(id, colleague));
        var made = outcomes.Count(outcome => outcome.IsAccepted);
        outcomes.Should().OnlyContain(outcome => outcome.IsAccepted || outcome.Refusal is Refusal.DraftChanged, "whoever was behind by a hair is told");
        made.Should().BePositive();
        var copy = (await mailbox.QueueAsync()).First(line => line.Part == 2).Id;
        while (made < SplitMailHandler.Most - 1)
        {
            (await mailbox.SplitAsync(copy)).Should().Be(Outcome.Accepted);
            made++;
        }

        (await mailbox.SplitAsync(id)).Refusal.Should().Be(new Refusal.MailSplitTooOften(SplitMailHandler.Most));
        (await mailbox.QueueAsync()).Select(line => line.Part ?? 1).Order().Should().Equal(Enumerable.Range(1, SplitMailHandler.Most));
        mailbox.Office.StoredFiles().Should().HaveCount(SplitMailHandler.Most, "who lost left no file behind");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_not_ones_own_to_decide_about_is_not_split(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var stranger = await mailbox.Office.HireAsync(2, OfficerRole.CaseOfficer, mailbox.Office.Unit("BİMER Merkezi"));
        var colleague = await mailbox.Office.HireAsync(3, OfficerRole.CaseOfficer, mailbox.Office.Unit("Ankara Valiliği"));
        var id = await DeliveredAsync(mailbox);
        await mailbox.OpenMailAsync(id);

        (await mailbox.SplitAsync(id, stranger)).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.SplitAsync(id, colleague)).Refusal.Should().BeOfType<Refusal.MailWithColleague>();
        await mailbox.SetAsideAsync(id);
        (await mailbox.SplitAsync(id)).Refusal.Should().Be(new Refusal.NotFound(), "what is no petition is no two");
        mailbox.Office.StoredFiles().Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_split_and_who_records_at_the_same_instant_are_one_after_the_other(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var id = await DeliveredAsync(mailbox);
        await using var before = await mailbox.Office.DbAsync();
        var seen = await before.ReceivedMails.SingleAsync();

        (await mailbox.SplitAsync(id)).Should().Be(Outcome.Accepted);
        seen.Register(mailbox.Desk.Officer.UserId, mailbox.Office.Clock.GetUtcNow(), into: null);

        await before.Invoking(db => db.SaveChangesAsync()).Should().ThrowAsync<DbUpdateConcurrencyException>("what was read before the copy was made knows nothing of it");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_taken_out_of_the_form_is_in_the_copy_and_not_in_the_case_and_nothing_is_left_behind(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var id = await DeliveredAsync(mailbox);
        await mailbox.OpenMailAsync(id);
        var view = await mailbox.SitAsync();
        (await mailbox.Desk.RemoveAsync(view.Files.Single().Id)).Should().Be(Outcome.Accepted);
        (await mailbox.SitAsync()).Files.Should().BeEmpty();

        (await mailbox.SplitAsync(id)).Should().Be(Outcome.Accepted);
        (await mailbox.Desk.RecordAsync(MailIntakeTests.Completed(view.Form))).Should().BeOfType<RegisterAnswer.Recorded>();

        var copy = (await mailbox.QueueAsync()).Single();
        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.AnyAsync()).Should().BeFalse("the officer left it out");
        (await db.DraftFiles.SingleAsync()).Intake.Should().Be(copy.Id);
        await mailbox.OpenMailAsync(copy.Id);
        (await mailbox.SitAsync()).Files.Single().Name.Should().Be("dilekçe eki.pdf");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_taken_out_of_a_form_is_back_when_the_mail_comes_to_a_desk_anew(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var id = await DeliveredAsync(mailbox);
        await mailbox.OpenMailAsync(id);
        await mailbox.Desk.RemoveAsync((await mailbox.SitAsync()).Files.Single().Id);
        await mailbox.SetAsideAsync(id);
        await mailbox.TakeBackAsync(id);

        await mailbox.OpenMailAsync(id);

        (await mailbox.SitAsync()).Files.Single().Name.Should().Be("dilekçe eki.pdf");
    }

    private static async Task<Guid> DeliveredAsync(AMailbox mailbox)
    {
        mailbox.Deliver(AMimeMail.Whole);
        (await mailbox.RoundAsync()).Should().Be(1);
        return (await mailbox.QueueAsync()).Single().Id;
    }
}
