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

namespace Bimer.Tests.UseCases;

/// <summary>With the forward the case is said to be about something else (konu/alt konu, S37): in one act, or not at all.</summary>
public sealed class ForwardedTopicsTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Topics_go_with_the_list_and_stand_in_the_history_and_the_audit(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        string[] codes = [.. office.Topics().Take(2).Select(t => t.Code)];

        (await SendAsync(office, story.Writer, story.Routing, new(codes, []), health)).Should().Be(Outcome.Accepted);
        (await office.OpenAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2))).Should().Be(Outcome.Accepted);

        var sheet = (await office.For<CaseQuery>(zeynep).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None))!;
        sheet.Topics.Should().Equal(codes);
        sheet.Movements.Select(m => m.Kind).Should().Equal(
            MovementKind.CustodyTaken, MovementKind.Forwarded, MovementKind.TopicsChanged, MovementKind.CustodyTaken, MovementKind.Filed);
        sheet.Movements[2].Topics.Should().BeEquivalentTo(new TopicChange(codes, []));
        (await SendAsync(office, zeynep, RoutingId.Of(story.Routing.CaseId, 2), new([office.Topics()[5].Code], [codes[0]]), story.Unit)).Should().Be(Outcome.Accepted);
        (await TopicsAsync(office, story.Routing.CaseId)).Should().Equal(codes[1], office.Topics()[5].Code);
        await using var db = await office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "case.topics-changed")).Should().Be(2);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_search_learns_the_new_topic_and_forgets_the_one_that_was_taken_away(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var (first, second) = (office.Topics()[0], office.Topics().First(t => !string.Equals(t.Topic, office.Topics()[0].Topic, StringComparison.Ordinal)));

        await SendAsync(office, story.Writer, story.Routing, new([first.Code], []), health);
        (await office.FindAsync(story.Writer, first.Name)).Should().Equal(story.Routing.CaseId);
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        await office.OpenAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2));
        (await SendAsync(office, zeynep, RoutingId.Of(story.Routing.CaseId, 2), new([second.Code], [first.Code]), story.Unit)).Should().Be(Outcome.Accepted);

        (await office.FindAsync(zeynep, first.Name)).Should().BeEmpty();
        (await office.FindAsync(zeynep, second.Name)).Should().Equal(story.Routing.CaseId);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_list_that_is_refused_leaves_the_topics_as_they_were(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));

        (await SendAsync(office, story.Writer, story.Routing, new([office.Topics()[0].Code], []), story.Unit)).Refusal.Should().Be(new Refusal.RecipientIsSender(story.Unit));
        (await SendAsync(office, story.Writer, story.Routing, new(["yok"], []), health)).Refusal.Should().Be(new Refusal.UnknownTopic("yok"));

        (await TopicsAsync(office, story.Routing.CaseId)).Should().BeEmpty();
        await using var db = await office.DbAsync();
        (await db.Routings.CountAsync()).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_holders_who_send_on_at_once_neither_loses_a_topic(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var office = story.Office;
        var (health, police, district) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Ankara İl Emniyet Müdürlüğü"), office.Unit("Çankaya Kaymakamlığı"));
        var (one, other) = (await office.HireAsync(8, OfficerRole.CaseOfficer, health), await office.HireAsync(9, OfficerRole.CaseOfficer, police));
        await SendAsync(office, story.Writer, story.Routing, new([office.Topics()[0].Code], []), health, police);
        await office.OpenAsync(one, RoutingId.Of(story.Routing.CaseId, 2));
        await office.OpenAsync(other, RoutingId.Of(story.Routing.CaseId, 3));

        var sent = await Task.WhenAll(
            Task.Run(() => SendAsync(office, one, RoutingId.Of(story.Routing.CaseId, 2), new([office.Topics()[1].Code], []), story.Unit)),
            Task.Run(() => SendAsync(office, other, RoutingId.Of(story.Routing.CaseId, 3), new([office.Topics()[2].Code], []), district)));

        sent.Should().AllBeEquivalentTo(Outcome.Accepted);
        (await TopicsAsync(office, story.Routing.CaseId)).Should().BeEquivalentTo(office.Topics().Take(3).Select(t => t.Code));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_it_is_about_is_tried_in_the_preview_before_it_is_done(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var topic = office.Topics()[0];
        var send = new ForwardCase(OfficeStories.NewCommand(), story.Routing, [ReplyStories.Line(health)]) { Topics = new([topic.Code], []) };

        var glance = (await EyesOf(office, story.Writer).LookAsync(story.Routing, story.Sending(send), new GlanceEyes.UnitOfficer(health), CancellationToken.None)).Value!;

        glance.Now!.Topics.Should().BeEmpty("an envelope tells nothing of it");
        glance.Opened!.Topics.Should().Equal(topic.Code);
        (await TopicsAsync(office, story.Routing.CaseId)).Should().BeEmpty("nothing was done");
        (await office.Handler<ForwardCaseHandler>(story.Writer).HandleAsync(send, CancellationToken.None)).Should().Be(Outcome.Accepted);
        (await TopicsAsync(office, story.Routing.CaseId)).Should().Equal(topic.Code);
    }

    private static Task<Outcome> SendAsync(Office office, Actor who, RoutingId part, TopicChange topics, params UnitId[] to) =>
        office.Handler<ForwardCaseHandler>(who).HandleAsync(
            new ForwardCase(OfficeStories.NewCommand(), part, [.. to.Select(unit => ReplyStories.Line(unit))]) { Topics = topics }, CancellationToken.None);

    private static WhatTheySee EyesOf(Office office, Actor asker) => ActivatorUtilities.CreateInstance<WhatTheySee>(
        office.Services, new Office.Acts(asker), (SightReader)office.For<CaseQuery>(asker).SightAsync, ActivatorUtilities.CreateInstance<Trials>(office.Services));

    private static async Task<List<string>> TopicsAsync(Office office, CaseId id)
    {
        await using var db = await office.DbAsync();
        return await db.CaseTopics.Where(t => t.CaseId == id).OrderBy(t => t.Ordinal).Select(t => t.Code).ToListAsync();
    }
}
