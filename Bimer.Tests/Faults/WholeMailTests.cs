using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Blazor.Workspace.Registering.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using Bimer.Tests.UseCases.Registering;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Faults;

/// <summary>Whatever goes wrong between the mailbox and the case, no mail is lost and none is there twice.</summary>
public sealed class WholeMailTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Stopped_at_any_point_a_mail_is_in_its_mailbox_still_and_after_the_next_round_there_once(Kind kind)
    {
        var points = new BreakingPoints();
        await using var mailbox = await AMailbox.OpenAsync(kind, points.Into);
        mailbox.Deliver(MailNumber(-1));
        points.Watch();
        (await mailbox.RoundAsync()).Should().Be(1);
        points.Rest();
        var count = points.Passed.Count;
        count.Should().BeGreaterThan(3);

        for (var point = 0; point < count; point++)
        {
            mailbox.Deliver(MailNumber(point));
            points.Break(point, () => new EndOfTheProgramException());
            await RoundThatBreaksAsync(mailbox);
            points.Rest();
            mailbox.Files.Should().ContainSingle(file => file.Contains("/new/", StringComparison.Ordinal), "stopped at point {0} it is not read yet", point);

            await mailbox.RoundAsync();
            (await mailbox.QueueAsync()).Should().HaveCount(point + 2);
            mailbox.Files.Should().NotContain(file => file.Contains("/new/", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_cannot_be_read_or_taken_is_shown_with_its_reason_and_lost_nowhere(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind, largest: 70_000);
        var words = string.Join(' ', Enumerable.Repeat("uzun", 2_000));
        mailbox.Deliver(new byte[70_001], "1");
        mailbox.Deliver(AMimeMail.Of("From: a@b.example", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", words, "--b", "Content-Disposition: attachment; filename=\"program.exe\"", "", "MZ", "--b--"), "2");
        (await mailbox.RoundAsync()).Should().Be(2);

        var queue = await mailbox.QueueAsync();
        var unread = queue.Single(line => line.IsUnread);
        await mailbox.OpenMailAsync(unread.Id);
        (await mailbox.BesideAsync())!.Trouble.Should().Be(new Refusal.MailUnreadable(MailFlaw.TooLarge, 70_000));
        await mailbox.SitAsync();
        (await mailbox.OpenMailAsync(queue.Single(line => !line.IsUnread).Id)).Refusal.Should().BeOfType<Refusal.DeskNotEmpty>("one mail at a time");
        await mailbox.SetAsideAsync(unread.Id);
        await mailbox.OpenMailAsync(queue.Single(line => !line.IsUnread).Id);

        var beside = (await mailbox.BesideAsync())!;
        beside.Refused.Should().Equal(("program.exe", nameof(Refusal.AttachmentTypeNotAllowed)));
        (await mailbox.SitAsync()).Files.Should().ContainSingle("the words are too many for a petition and lie beside it whole").Which.Length.Should().Be(words.Length);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_put_back_waits_with_the_files_it_came_with_and_no_sweep_takes_them(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        mailbox.Deliver(AMimeMail.Whole);
        await mailbox.RoundAsync();
        var id = (await mailbox.QueueAsync()).Single().Id;
        await mailbox.OpenMailAsync(id);
        await mailbox.SitAsync();
        mailbox.Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await mailbox.Desk.AttachAsync("benim.pdf", Persistence.Files.Documents.Pdf);

        (await mailbox.Desk.Handler<DropIntakeHandler>().HandleAsync(new DropIntake(mailbox.Desk.Key), CancellationToken.None)).Should().Be(Outcome.Accepted);
        mailbox.Office.Clock.Pass(TimeSpan.FromDays(90));
        await ActivatorUtilities.CreateInstance<DraftSweep>(mailbox.Office.Services).RunAsync(CancellationToken.None);

        (await mailbox.QueueAsync()).Single().Should().BeEquivalentTo(new { Id = id, Files = 1 });
        mailbox.Office.StoredFiles().Should().ContainSingle();
        await mailbox.OpenMailAsync(id);
        (await mailbox.Desk.RecordAsync(MailIntakeTests.Completed((await mailbox.SitAsync()).Form) with { Unit = "" })).Should().BeOfType<RegisterAnswer.Recorded>();
    }

    [Fact]
    public async Task A_file_that_still_grows_a_link_and_a_folder_of_no_unit_are_left_alone()
    {
        await using var mailbox = await AMailbox.OpenAsync(Kind.Sqlite);
        var growing = mailbox.Deliver(AMimeMail.Whole, "yazilan.eml", place: "");
        var foreign = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(growing))!, "00000000", "new");
        Directory.CreateDirectory(foreign);
        await File.WriteAllBytesAsync(Path.Combine(foreign, "1"), AMimeMail.Whole);
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(growing)!, "new"));
        File.CreateSymbolicLink(Path.Combine(Path.GetDirectoryName(growing)!, "new", "2"), growing);

        (await mailbox.RoundAsync()).Should().Be(0);
        mailbox.Office.Clock.Pass(TimeSpan.FromSeconds(10));
        (await mailbox.RoundAsync()).Should().Be(1, "ten seconds without a change are its end");
    }

    /// <summary>A fault of the database leaves the mail for the next round; the end of the program leaves everything.</summary>
    private static async Task RoundThatBreaksAsync(AMailbox mailbox)
    {
        try
        {
            (await mailbox.RoundAsync()).Should().Be(0);
        }
        catch (EndOfTheProgramException)
        {
            // Nobody was there to catch it.
        }
    }

    private static byte[] MailNumber(int number) => AMimeMail.Of(FormattableString.Invariant($"Message-ID: <{number}@x.example>"), "From: a@b.example", "Subject: Dilekce", "", "Metin");

    private sealed class EndOfTheProgramException : Exception;
}
