using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Dispatch;

/// <summary>Whose petition goes to another institution is told where it went (3071 m.5, 4982 m.7): by mail and on their page.</summary>
public sealed class SentElsewhereTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_citizen_is_told_once_it_can_no_longer_be_taken_back(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        await using var server = SmtpServer.Start();
        var courier = new ACourier(story.Office, AMail.Sender(server));
        await story.SendAsync(story.Ministry);

        (await courier.DrainAsync(OutboxKind.ForwardMail)).Should().Be(0, "it can still be taken back");
        (await story.ToldAsync())!.State.Should().Be(DeliveryState.Queued);
        story.Office.Clock.Pass(TimeSpan.FromMinutes(31));
        (await courier.DrainAsync(OutboxKind.ForwardMail)).Should().Be(1);

        var text = server.Received.Single().Read().PlainText;
        text.Should().Contain("Sağlık Bakanlığı").And.Contain("3071 sayılı").And.Contain("5 inci maddesi").And.Contain(story.Number).And.NotContain(ACase.Words);
        (await story.ToldAsync())!.State.Should().Be(DeliveryState.Sent);
        (await story.OwnAsync()).SentOn.Should().ContainSingle().Which.Should().BeEquivalentTo(new { From = "Ankara Valiliği", To = "Sağlık Bakanlığı" });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_asks_before_they_send_reads_the_mail_that_will_leave_but_for_the_name(Kind kind)
    {
        foreach (var hidden in new[] { true, false })
        {
            await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint, hidden);
            var (line, within) = (ReplyStories.Line(story.Ministry), ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü")));
            (await MailsOfAsync(story, within)).Should().BeEmpty("nothing is told of what stays in the institution");
            var shown = (await MailsOfAsync(story, line)).Should().ContainSingle().Subject;
            shown.At.Should().BeCloseTo(story.Office.Clock.GetUtcNow().AddMinutes(30), TimeSpan.FromSeconds(1), "until then it can be taken back");

            var sent = await story.MailOfAsync(line);
            var (told, greeted) = (shown.Letter.PlainText.ReplaceLineEndings("\n"), sent.ReplaceLineEndings("\n"));
            if (hidden) told.TrimEnd().Should().Be(greeted.TrimEnd(), "not a sign of it is another");
            else WithoutGreeting(told).Should().Be(WithoutGreeting(greeted));
        }
    }

    private static async Task<IReadOnlyList<GlanceMail>> MailsOfAsync(ASentCase story, ForwardLine line)
    {
        var sight = ActivatorUtilities.CreateInstance<WhatTheySee>(story.Office.Services, new Office.Acts(story.Officer),
            (SightReader)story.Office.For<CaseQuery>(story.Officer).SightAsync, ActivatorUtilities.CreateInstance<Trials>(story.Office.Services));
        var act = story.Office.Services.GetRequiredService<ForwardActs>().Intended(new ForwardCase(default, story.Part, [line]));
        return (await sight.LookAsync(story.Part, act, new GlanceEyes.Citizen(), CancellationToken.None)).Value!.Mails;
    }

    private static string WithoutGreeting(string text) => string.Join('\n', text.TrimEnd().Split('\n').Where(line => !line.StartsWith("Sayın", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_taken_back_in_time_is_told_to_nobody(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        await using var server = SmtpServer.Start();
        await story.SendAsync(story.Ministry);
        (await story.Office.RecallAsync(story.Officer, RoutingId.Of(story.Part.CaseId, 2))).Should().Be(Outcome.Accepted);

        story.Office.Clock.Pass(TimeSpan.FromHours(2));
        (await new ACourier(story.Office, AMail.Sender(server)).DrainAsync(OutboxKind.ForwardMail)).Should().Be(1);

        server.Received.Should().BeEmpty();
        await using var db = await story.Office.DbAsync();
        (await db.OutboxMessages.SingleAsync(m => m.Kind == OutboxKind.ForwardMail)).Status.Should().Be(OutboxStatus.Withdrawn);
        (await story.OwnAsync()).SentOn.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_given_back_before_the_mail_left_is_told_by_the_page_alone(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        await using var server = SmtpServer.Start();
        var derya = await story.Office.HireAsync(2, OfficerRole.CaseOfficer, story.Ministry);
        await story.SendAsync(story.Ministry);
        await story.Office.OpenAsync(derya, RoutingId.Of(story.Part.CaseId, 2));
        (await story.Office.ReturnAsync(derya, RoutingId.Of(story.Part.CaseId, 2))).Should().Be(Outcome.Accepted);

        story.Office.Clock.Pass(TimeSpan.FromMinutes(31));
        await new ACourier(story.Office, AMail.Sender(server)).DrainAsync(OutboxKind.ForwardMail);

        server.Received.Should().BeEmpty();
        var own = await story.OwnAsync();
        (own.SentOn.Should().ContainSingle().Which.To, own.WaitsAt.Should().ContainSingle().Which).Should().Be(("Sağlık Bakanlığı", "Ankara Valiliği"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Within_the_institution_and_for_information_there_is_nothing_to_tell(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        (await story.Office.ForwardAsync(story.Officer, story.Part, null, ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü")), ReplyStories.Line(story.Ministry, RoutingPurpose.Information)))
            .Should().Be(Outcome.Accepted);

        await using var db = await story.Office.DbAsync();
        (await db.OutboxMessages.CountAsync(m => m.Kind == OutboxKind.ForwardMail)).Should().Be(0);
        (await story.OwnAsync()).SentOn.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_who_is_hidden_the_mail_has_no_name_and_no_more_than_the_institution(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.TipOff, hidden: true);
        await using var server = SmtpServer.Start();
        await story.SendAsync(story.Office.Unit("İzmir İl Sağlık Müdürlüğü"));
        story.Office.Clock.Pass(TimeSpan.FromMinutes(31));
        await new ACourier(story.Office, AMail.Sender(server)).DrainAsync(OutboxKind.ForwardMail);

        server.Received.Single().Read().PlainText.Should().Contain("İzmir Valiliği").And.NotContain("Sağlık").And.NotContain(ServerStories.Surname);
        (await story.OwnAsync()).SentOn.Single().To.Should().Be("İzmir Valiliği");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_centre_passes_on_is_not_said_to_be_beyond_its_competence(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint, from: "BİMER Merkezi");
        var text = await story.MailOfAsync(ReplyStories.Line(story.Ministry));

        text.Should().Contain("incelenmek ve cevaplanmak üzere").And.Contain("Sağlık Bakanlığı").And.NotContain("görev alanına").And.NotContain("uyarınca");
        (await story.OwnAsync()).SentOn.Should().ContainSingle().Which.Reason.Should().Be(new TransferReason(IsFromCentre: true, IsPart: false));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Where_a_part_stays_in_the_institution_only_a_part_is_said_to_have_gone(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        var text = await story.MailOfAsync(ReplyStories.Line(story.Ministry), ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü")));

        text.Should().Contain("konusunun bir bölümü").And.Contain("kalan bölümün cevabı ayrıca verilir").And.NotContain("başvurunuzun gönderildiği birim verecektir");
        (await story.OwnAsync()).SentOn.Should().ContainSingle().Which.Reason.Should().Be(new TransferReason(IsFromCentre: false, IsPart: true));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_other_institution_sends_back_is_no_part_that_stayed(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        await story.SendAsync(story.Ministry);
        var derya = await story.Office.HireAsync(2, OfficerRole.CaseOfficer, story.Ministry);
        await story.Office.OpenAsync(derya, RoutingId.Of(story.Part.CaseId, 2));
        (await story.Office.ForwardAsync(derya, RoutingId.Of(story.Part.CaseId, 2), null, ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü")))).Should().Be(Outcome.Accepted);

        (await story.OwnAsync()).SentOn.Select(sent => sent.Reason).Should().Equal(default(TransferReason), default(TransferReason));
    }
}
