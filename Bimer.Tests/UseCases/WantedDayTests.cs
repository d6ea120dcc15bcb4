using System.Globalization;
using System.Text.Json;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The day asked of one recipient (iç süre, S37) where it is read: rows, envelope, case, history, paper, trial; never by the citizen.</summary>
public sealed class WantedDayTests
{
    private static readonly DateOnly _day = People.Monday.AddDays(3);

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_gets_it_reads_it_on_row_envelope_and_page_and_the_sender_in_the_history_and_on_paper(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        (await SendAsync(story, health)).Should().Be(Outcome.Accepted);

        (await UnitRowsAsync(office, zeynep, health)).Should().ContainSingle().Which.WantedBy.Should().Be(_day);
        (await ReadAsync(office, zeynep, story.Routing.CaseId)).Should().Match<CaseSheet>(s => s.Stand == CaseStand.Envelope && s.Part.WantedBy == _day);
        (await office.OpenAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2))).Should().Be(Outcome.Accepted);
        var opened = await ReadAsync(office, zeynep, story.Routing.CaseId);
        opened.Part.WantedBy.Should().Be(_day);
        opened.Movements.Where(m => m.WantedBy is not null).Should().ContainSingle().Which.Should().Match<MovementLine>(m => m.Kind == MovementKind.Forwarded && m.WantedBy == _day);
        (await PrintedAsync(office, zeynep, story.Routing.CaseId)).Should().Contain("İç süre").And.Contain("iç süre 05.03.2026");
        (await office.For<MyInboxQuery>(zeynep).ReadAsync(RoutingState.Held, new BoxSlice(), CancellationToken.None))!.Rows.Should().ContainSingle().Which.WantedBy.Should().Be(_day);
        (await SentAsync(office, story.Writer, BoxFilter.None)).Should().ContainSingle().Which.WantedBy.Should().Be(_day, "who sent it watches it");
        (await office.ReturnAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2))).Should().Be(Outcome.Accepted);
        (await ReadAsync(office, story.Writer, story.Routing.CaseId)).Part.WantedBy.Should().BeNull("a return ends it");
        (await ReadAsync(office, zeynep, story.Routing.CaseId)).Should().Match<CaseSheet>(s => s.Part.UnitId == health && s.Part.WantedBy == null, "nothing is asked of a part that has ended");
        (await office.LegsAsync(story.Routing.CaseId)).Where(leg => leg.IsOpen).Should().ContainSingle().Which.WantedBy.Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Parts_whose_inner_day_is_over_are_found_from_midnight_on_by_who_has_them_and_by_who_sent_them(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health, police) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Office.Unit("Ankara İl Emniyet Müdürlüğü"));
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        (await SendAsync(story, health, ReplyStories.Line(police))).Should().Be(Outcome.Accepted);
        var over = BoxFilter.None with { Due = DueFilter.Wanted };
        office.Clock.Sleep(TimeSpan.FromHours((24 * 3) + 14));   // 23.00 of the day itself

        (await UnitRowsAsync(office, zeynep, health, over)).Should().BeEmpty("the day itself still counts");
        (await SentAsync(office, story.Writer, over)).Should().BeEmpty();
        office.Clock.Sleep(TimeSpan.FromHours(1));

        (await UnitRowsAsync(office, zeynep, health, over)).Should().ContainSingle();
        (await SentAsync(office, story.Writer, over)).Should().ContainSingle();
        (await UnitRowsAsync(office, await office.HireAsync(9, OfficerRole.CaseOfficer, police), police, over)).Should().BeEmpty("nothing was asked of them");
        (await office.OpenAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2))).Should().Be(Outcome.Accepted);
        (await office.ReturnAsync(zeynep, RoutingId.Of(story.Routing.CaseId, 2))).Should().Be(Outcome.Accepted);
        (await SentAsync(office, story.Writer, over)).Should().BeEmpty("what has ended is late no more");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_is_about_to_send_sees_it_with_the_eyes_of_the_recipient_and_the_citizen_never(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var sending = story.Sending([ReplyStories.Line(health) with { WantedBy = _day }]);
        Task<Outcome<Glance>> As(GlanceEyes eyes) => ActivatorUtilities.CreateInstance<WhatTheySee>(office.Services, new Office.Acts(story.Writer), (SightReader)office.For<CaseQuery>(story.Writer).SightAsync, ActivatorUtilities.CreateInstance<Trials>(office.Services))
            .LookAsync(story.Routing, sending, eyes, CancellationToken.None);

        (await As(new GlanceEyes.UnitOfficer(health))).Value.Should().Match<Glance>(g => g.Now!.WantedBy == _day && g.Opened!.WantedBy == _day);
        var citizen = (await As(new GlanceEyes.Citizen())).Value!;

        citizen.Citizen.Should().NotBeNull();
        JsonSerializer.Serialize(new { citizen.Citizen, citizen.Mails }).Should().NotContain("Wanted").And.NotContain("2026-03-05").And.NotContain("05.03.2026");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task At_a_desk_and_in_the_list_it_goes_with_its_line_and_what_is_over_is_refused_there(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var (health, police) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Ankara İl Emniyet Müdürlüğü"));
        DeskRecipient To(string day) => new(health.Value, false) { IsMeant = true, WantedBy = day };

        var late = await desk.RecordAsync(ADesk.SilentLetter with { Recipients = [To("2026-03-01")] }, forward: true);
        var sent = await desk.RecordAsync(ADesk.SilentLetter with { Recipients = [To("2026-03-05"), new(police.Value, true) { IsMeant = true }] }, forward: true);

        late.Should().BeOfType<RegisterAnswer.Refused>().Which.Why.Should().BeOfType<Refusal.WantedDayOutOfRange>().Which.Unit.Should().Be(health);
        sent.Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await office.DbAsync();
        (await db.Routings.Where(r => r.EndedAt == null).OrderBy(r => r.Id).Select(r => r.WantedBy).ToListAsync()).Should().Equal(_day, null);
    }

    [Fact]
    public void The_list_and_the_day_in_the_box_are_kept_and_a_list_of_before_has_none()
    {
        var basket = new ForwardBasket();
        var unit = new UnitHit(new UnitId(7), "11111111", "Birim", null);
        basket.Add(new BasketLine(unit, RoutingPurpose.Action, Priority.Normal, null) { WantedBy = _day });

        var kept = JsonSerializer.Deserialize<ForwardDraft>(JsonSerializer.Serialize(ForwardDraft.Of(basket, null, RoutingPurpose.Action, Priority.Normal, "") with { WantedBy = _day.AddDays(1) }))!;
        var before = JsonSerializer.Deserialize<ForwardDraft>("""{"Lines":[{"Unit":7,"Purpose":1,"Priority":0,"Note":null}],"Picked":null,"Purpose":1,"Priority":0,"Note":""}""")!;

        kept.LinesBy(_ => unit).Should().ContainSingle().Which.WantedBy.Should().Be(_day);
        kept.WantedBy.Should().Be(_day.AddDays(1));
        (before.LinesBy(_ => unit).Single().WantedBy, before.WantedBy).Should().Be((null, null));
    }

    private static Task<Outcome> SendAsync(AReplyStory story, UnitId to, params ForwardLine[] others) =>
        story.Office.ForwardAsync(story.Writer, story.Routing, null, [ReplyStories.Line(to) with { WantedBy = _day }, .. others]);

    private static async Task<IReadOnlyList<BoxRow>> UnitRowsAsync(Office office, Actor reader, UnitId unit, BoxFilter? filter = null) =>
        (await office.For<UnitInboxQuery>(reader).ReadAgainAsync(unit, new BoxSlice { Filter = filter ?? BoxFilter.None }, CancellationToken.None))!.Rows;

    private static async Task<IReadOnlyList<BoxRow>> SentAsync(Office office, Actor reader, BoxFilter filter) =>
        (await office.For<MyInboxQuery>(reader).ReadAsync(RoutingState.Forwarded, new BoxSlice { Filter = filter }, CancellationToken.None))!.Rows;

    private static async Task<CaseSheet> ReadAsync(Office office, Actor reader, CaseId id) =>
        (await office.For<CaseQuery>(reader).ReadAsync(new CaseNumber(id).ToString(), CancellationToken.None))!;

    private static async Task<string> PrintedAsync(Office office, Actor reader, CaseId id)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        return (await office.PrintAsync(reader, id)).Value!.Page!;
    }
}
