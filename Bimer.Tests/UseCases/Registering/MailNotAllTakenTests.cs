using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>A file of a kind we do not take is named, and the mail it came in can be had whole; a mail within a mail says whose words it holds (S12).</summary>
public sealed class MailNotAllTakenTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    private static readonly byte[] Mail = AMimeMail.Of(
        "Message-ID: <eksik@posta.example>", "From: =?utf-8?B?" + AMimeMail.Base64("Müjde Kanarya") + "?= <mujde@posta.example>", "Subject: Proje", "Content-Type: multipart/mixed; boundary=b", "",
        "--b", "", AMimeMail.Utf8("Proje ektedir."),
        "--b", "Content-Disposition: attachment; filename=\"proje.dwg\"", "", "AC1032 cizim",
        "--b", "Content-Disposition: attachment; filename=\"not.txt\"", "", "Bir not",
        "--b", "Content-Type: message/rfc822", "", "From: Muhtar <muhtar@koy.example>", "Date: Sun, 1 Mar 2026 10:00:00 +0300", "Subject: =?utf-8?B?" + AMimeMail.Base64("Köy yolu") + "?=", "", "Yol kapali.",
        "--b", "", "Saygilarimla", "--b--");

    [Theory, MemberData(nameof(Both))]
    public async Task The_mail_is_kept_whole_until_it_is_a_case_and_is_no_paper_of_it(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var id = await DeliveredAsync(mailbox);
        (await mailbox.QueueAsync()).Single().Should().BeEquivalentTo(new { Files = 1, HasOriginal = true, IsUnread = false });
        await mailbox.OpenMailAsync(id);
        var beside = (await mailbox.BesideAsync())!;
        (beside.HasOriginal, beside.Refused.Single().Name).Should().Be((true, "proje.dwg"));

        (await mailbox.OriginalAsync(id)).Value.Should().Equal(Mail);
        (await mailbox.Desk.RecordAsync(MailIntakeTests.Completed((await mailbox.SitAsync()).Form))).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.SingleAsync()).Name.Should().Be("not.txt");
        (await db.DraftFiles.CountAsync()).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task It_joins_no_case_with_it_and_goes_from_a_copy_whose_sender_is_hidden(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        var id = await DeliveredAsync(mailbox);
        (await mailbox.SplitAsync(id)).Should().Be(Outcome.Accepted);
        var copy = (await mailbox.QueueAsync()).Single(line => line.Part == 2).Id;
        (await mailbox.OriginalAsync(copy)).Value.Should().Equal(Mail);
        var caseFile = await ServerStories.FileAsync(mailbox.Office.Services, mailbox.Office.Unit("Ankara Valiliği"), CaseKind.TipOff, hidden: true);
        await mailbox.Office.OpenAsync(mailbox.Desk.Officer, caseFile.Routings[0].Id);

        (await mailbox.JoinAsync(id, caseFile)).Should().Be(Outcome.Accepted, "the words can be read without it");

        (await mailbox.OriginalAsync(copy)).Refusal.Should().Be(new Refusal.NotFound());
        (await mailbox.QueueAsync()).Single().Should().BeEquivalentTo(new { From = "", HasOriginal = false, Files = 1 });
        await mailbox.OpenMailAsync(copy);
        (await mailbox.BesideAsync())!.Text.Should().Contain("Köy yolu").And.NotContain("muhtar@koy.example", "a hidden applicant may have sent a mail of their own along");
        await using var db = await mailbox.Office.DbAsync();
        (await db.Attachments.CountAsync(a => a.ContentType == "message/rfc822")).Should().Be(0);
        (await db.DraftFiles.CountAsync(f => f.ContentType == "message/rfc822")).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_within_says_who_wrote_it_when_and_about_what_and_where_it_ends(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        await mailbox.OpenMailAsync(await DeliveredAsync(mailbox));

        (await mailbox.BesideAsync())!.Text.Should().Be(string.Join(
            '\n', "Proje ektedir.", "", "----- İletilen e-posta -----", "Gönderen: Muhtar <muhtar@koy.example>", "Tarih: Sun, 1 Mar 2026 10:00:00 +0300", "Konu: Köy yolu", "",
            "Yol kapali.", "", "----- İletilen e-postanın sonu -----", "", "Saygilarimla"));
    }

    private static async Task<Guid> DeliveredAsync(AMailbox mailbox)
    {
        mailbox.Deliver(Mail);
        (await mailbox.RoundAsync()).Should().Be(1);
        return (await mailbox.QueueAsync()).Single().Id;
    }
}
