using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Dispatch;

/// <summary>Between the sending on and the mail that tells of it a unit may be marked as one the case must not reach (S38).</summary>
public sealed class KeptFromMeanwhileTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_is_kept_from_it_before_the_mail_leaves_is_not_named_as_where_it_lies(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        var izmir = story.Office.Unit("İzmir Valiliği");
        var mails = await story.MailsOnceKeptFromMinistryAsync(by: izmir, ReplyStories.Line(story.Ministry), ReplyStories.Line(izmir, RoutingPurpose.Information));

        mails.Should().ContainSingle().Which.Should().Contain("İzmir Valiliği").And.NotContain("Sağlık Bakanlığı");
        var own = await story.OwnAsync();
        own.WaitsAt.Should().Equal("İzmir Valiliği");
        own.SentOn.Select(sent => (sent.From, sent.To)).Should().Equal([("Ankara Valiliği", "İzmir Valiliği")], "the page says what the mail says");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_came_home_or_to_where_another_mail_says_it_went_is_told_by_the_page_alone(Kind kind)
    {
        await using (var home = await ASentCase.BeginAsync(kind, CaseKind.Complaint))
        {
            var health = home.Office.Unit("Ankara İl Sağlık Müdürlüğü");
            (await home.MailsOnceKeptFromMinistryAsync(by: health, ReplyStories.Line(home.Ministry), ReplyStories.Line(health))).Should().BeEmpty();
            (await home.OwnAsync()).SentOn.Should().BeEmpty("it lies where it was");
        }

        await using var away = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        var izmir = away.Office.Unit("İzmir Valiliği");
        (await away.MailsOnceKeptFromMinistryAsync(by: izmir, ReplyStories.Line(away.Ministry), ReplyStories.Line(izmir)))
            .Should().ContainSingle().Which.Should().Contain("İzmir Valiliği").And.NotContain("Sağlık Bakanlığı");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_had_sent_it_on_before_they_were_kept_from_it_is_not_named_either(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        var izmir = story.Office.Unit("İzmir Valiliği");
        var derya = await story.Office.HireAsync(2, OfficerRole.CaseOfficer, story.Ministry);
        await story.SendAsync(story.Ministry);
        await story.Office.OpenAsync(derya, RoutingId.Of(story.Part.CaseId, 2));
        (await story.Office.ForwardAsync(derya, RoutingId.Of(story.Part.CaseId, 2), null, ReplyStories.Line(izmir))).Should().Be(Outcome.Accepted);

        (await story.MailsOnceKeptFromMinistryAsync(by: izmir)).Should().ContainSingle().Which.Should().Contain("gönderilmiştir").And.Contain("İzmir Valiliği")
            .And.Contain("BİMER MERKEZİ").And.NotContainEquivalentOf("Sağlık Bakanlığı").And.NotContain("SAĞLIK").And.NotContain("görev alanına", "the centre gives no such reason");
        await using var db = await story.Office.DbAsync();
        (await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ForwardMail).OrderBy(m => m.Routing).Select(m => m.Status).ToListAsync())
            .Should().Equal(OutboxStatus.Withdrawn, OutboxStatus.Sent);
        (await story.OwnAsync()).SentOn.Should().ContainSingle().Which.Should().BeEquivalentTo(new { From = (string?)null, To = "İzmir Valiliği" });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_parts_that_both_came_home_are_not_each_told_as_a_part_that_left(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        var (bursa, health) = (story.Office.Unit("Bursa Valiliği"), story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var lines = new[] { bursa, story.Office.Unit("Bursa İl Sağlık Müdürlüğü"), health }.Select(unit => ReplyStories.Line(unit)).ToArray();
        (await story.Office.ForwardAsync(story.Officer, story.Part, null, lines)).Should().Be(Outcome.Accepted);

        (await story.MailsOnceKeptFromAsync(bursa, by: health)).Should().BeEmpty();

        var own = await story.OwnAsync();
        own.SentOn.Should().BeEmpty();
        own.WaitsAt.Should().Equal("Ankara İl Sağlık Müdürlüğü");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_that_were_moved_to_one_place_one_mail_tells_and_the_page_names_no_sender_that_sent_nothing(Kind kind)
    {
        await using var story = await ASentCase.BeginAsync(kind, CaseKind.Complaint);
        var (bursa, izmir, health) = (story.Office.Unit("Bursa Valiliği"), story.Office.Unit("İzmir Valiliği"), story.Office.Unit("İzmir İl Sağlık Müdürlüğü"));
        var lines = new[] { bursa, story.Office.Unit("Bursa İl Sağlık Müdürlüğü"), izmir }.Select(unit => ReplyStories.Line(unit)).ToArray();
        (await story.Office.ForwardAsync(story.Officer, story.Part, null, lines)).Should().Be(Outcome.Accepted);
        var derya = await story.Office.HireAsync(2, OfficerRole.CaseOfficer, izmir);
        var passed = RoutingId.Of(story.Part.CaseId, 4);
        await story.Office.OpenAsync(derya, passed);
        (await story.Office.ForwardAsync(derya, passed, null, ReplyStories.Line(health))).Should().Be(Outcome.Accepted);

        var mails = await story.MailsOnceKeptFromAsync(bursa, by: health);

        mails.Should().HaveCount(2).And.OnlyContain(mail => !mail.Contains("Bursa", StringComparison.Ordinal));
        mails.Should().ContainSingle(mail => mail.Contains("İzmir İl Sağlık Müdürlüğü", StringComparison.Ordinal));
        await using var db = await story.Office.DbAsync();
        (await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ForwardMail).OrderBy(m => m.Routing).Select(m => m.Status).ToListAsync())
            .Should().Equal(OutboxStatus.Sent, OutboxStatus.Withdrawn, OutboxStatus.Sent);
        (await story.OwnAsync()).SentOn.Select(sent => (sent.From, sent.To)).Should().Equal(("Ankara Valiliği", "İzmir İl Sağlık Müdürlüğü"), ("Ankara Valiliği", "İzmir Valiliği"));
    }
}
