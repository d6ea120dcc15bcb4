using System.Text;
using Bimer.Blazor.Live;
using Bimer.Blazor.Mailroom;
using Bimer.Blazor.Mailroom.Bounces;
using Bimer.Blazor.Mime;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Dispatch;

/// <summary>An answer that came back (geri döndü): whose it is, and that nobody learns an address from it (S51, C1).</summary>
public sealed class BounceTests : IDisposable
{
    private const string Address = "gizli.vatandas@posta.example";

    /// <summary>As mail servers write it (RFC 3464): words for people, a part for machines, the mail itself.</summary>
    private const string Written =
        $$"""
        Return-Path: <>
        Delivered-To: geri+{id}@geri.bimer.example
        From: Mail Delivery System <MAILER-DAEMON@posta.example>
        To: geri+{id}@geri.bimer.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <20261123.1@posta.example>
        Content-Type: multipart/report; report-type=delivery-status; boundary="sinir"

        --sinir
        Content-Type: text/plain; charset=utf-8

        <{{Address}}>: host mx.posta.example said: 550 no such user

        --sinir
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.posta.example

        Final-Recipient: rfc822; {{Address}}
        Action: {action}
        {status}Diagnostic-Code: smtp; 550 no such user {{Address}}

        --sinir
        Content-Type: message/rfc822

        To: {{Address}}
        Subject: gizli

        Cevap metni

        --sinir--

        """;

    private readonly AFolder _folder = new();
    private readonly RememberingLogger<BounceSweep> _log = new();

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_came_back_says_so_with_its_reason_and_the_case_is_rung_once(Kind kind)
    {
        await using var answers = await SentAsync(kind);
        var mail = await answers.MailAsync();
        var rung = 0;
        await using var bell = answers.Office.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.UncertainMails], () => Task.FromResult(Interlocked.Increment(ref rung)));
        Deliver(Report(mail.Id, "failed", "5.1.1"), "1");
        Deliver(Report(mail.Id, "failed", "5.2.2"), "2");

        (await SweepAsync(answers.Office)).Should().Be(1);

        (await answers.MailAsync()).Should().Match<OutboxMessage>(m => m.Status == OutboxStatus.Returned && m.LastAnswer == "5.1.1" && m.DecidedAt != null);
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.CountAsync(entry => entry.Action == "mail.returned")).Should().Be(1);
        _folder.Files.Should().OnlyContain(file => file.StartsWith("cur"), "all of it was read, nothing is deleted");
        string.Join('\n', _log.Lines).Should().NotContain(Address).And.Contain(mail.Id.ToString());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task News_that_come_before_the_mail_is_settled_wait_for_it(Kind kind)
    {
        await using var answers = await SentAsync(kind);
        var mail = await answers.MailAsync();
        await SetAsync(answers.Office, OutboxStatus.Started);
        Deliver(Report(mail.Id, "failed", "5.1.1"));

        (await SweepAsync(answers.Office)).Should().Be(0);
        _folder.Files.Should().Equal("new/1");
        await SetAsync(answers.Office, OutboxStatus.Sent);

        (await SweepAsync(answers.Office)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_a_person_ended_otherwise_stays_ended(Kind kind)
    {
        await using var answers = await SentAsync(kind);
        await SetAsync(answers.Office, OutboxStatus.Posted);
        Deliver(Report((await answers.MailAsync()).Id, "failed", "5.1.1"));

        (await SweepAsync(answers.Office)).Should().Be(0);

        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Posted);
    }

    [Fact]
    public void A_delay_an_answer_of_a_machine_and_what_is_none_of_ours_are_no_loss()
    {
        var (reader, id) = (new BounceReader(new MimeLimits(1_000_000)), Guid.NewGuid());

        reader.Read(Report(id, "failed", "5.7.1")).Should().Be(new Bounce(id, "5.7.1"));
        reader.Read(Report(id, "failed", null)).Should().Be(new Bounce(id, "5.0.0"));
        reader.Read(Report(id, "delayed", "4.4.7")).Should().BeNull("its server goes on trying");
        reader.Read(Report(id, "delivered", "2.0.0")).Should().BeNull();
        reader.Read(Encoding.UTF8.GetBytes($"To: geri+{id:N}@geri.bimer.example\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n")).Should().BeNull("words are not believed");
        reader.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Report(id, "failed", "5.1.1")).Replace("geri+", "baska+", StringComparison.Ordinal))).Should().BeNull();
        reader.Read(Array.Empty<byte>()).Should().BeNull();
    }

    [Fact]
    public void Whatever_is_broken_about_a_report_it_is_read_without_a_fault()
    {
        var (reader, dice, whole) = (new BounceReader(new MimeLimits(1_000_000)), new Random(17), Report(Guid.NewGuid(), "failed", "5.1.1"));
        for (var i = 0; i < 500; i++)
        {
            var torn = whole.AsSpan(0, dice.Next(whole.Length)).ToArray();
            for (var hurt = 0; hurt < 5 && torn.Length > 0; hurt++) torn[dice.Next(torn.Length)] = (byte)dice.Next(256);
            var read = () => reader.Read(torn);
            read.Should().NotThrow("seed 17, round {0}", i);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<AnAnsweringOffice> SentAsync(Kind kind)
    {
        var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync();
        await new ACourier(answers.Office, AMail.Sender(server)).DrainAsync();
        return answers;
    }

    private Task<int> SweepAsync(Office office)
    {
        var options = Options.Create(new MailIntakeOptions { BounceFolder = _folder.Path });
        return new BounceSweep(office.Services.GetRequiredService<ReturnedMails>(), options, office.Clock, _log).RunAsync(CancellationToken.None);
    }

    private static async Task SetAsync(Office office, OutboxStatus status)
    {
        await using var db = await office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, status));
    }

    private void Deliver(byte[] mail, string name = "1")
    {
        Directory.CreateDirectory(_folder["new"]);
        File.WriteAllBytes(Path.Combine(_folder["new"], name), mail);
    }

    private static byte[] Report(Guid id, string action, string? status) => Encoding.UTF8.GetBytes(
        Written.Replace("{id}", $"{id:N}", StringComparison.Ordinal).Replace("{action}", action, StringComparison.Ordinal)
            .Replace("{status}", status is null ? "" : $"Status: {status}\n", StringComparison.Ordinal).ReplaceLineEndings("\r\n"));
}
