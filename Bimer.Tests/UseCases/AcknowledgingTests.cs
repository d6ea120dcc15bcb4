using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Bilgi Alındı through its handlers, alone and over many rows (S37): nobody holds a copy for ever.</summary>
public sealed class AcknowledgingTests
{
    // Not in the test: what an asynchronous method sets ends with it.
    public AcknowledgingTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task It_leaves_the_box_stays_readable_and_two_clicks_are_one(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, part, id) = (house.Office, await house.InformedAsync(), OfficeStories.NewCommand());

        (await office.AcknowledgeAsync(house.Zeynep, part, id)).Should().Be(Outcome.Accepted);
        (await office.AcknowledgeAsync(house.Zeynep, part, id)).Should().Be(Outcome.Accepted, "two clicks are one");

        (await house.MineAsync(BoxFilter.None)).Should().BeEmpty();
        (await office.For<CountersQuery>(house.Zeynep).ReadAsync(CancellationToken.None)).Should().Be(new BoxCounts(0, 0, 0, 0, 0, 0, 0, 0, 0));
        var sheet = (await house.SheetAsync(part))!;
        (sheet.Stand, sheet.Part.State, sheet.ForInformation).Should().Be((CaseStand.Reading, RoutingState.Noted, null));
        await using var db = await office.DbAsync();
        (await db.AuditEntries.CountAsync(a => a.Action == "case.acknowledged")).Should().Be(1);
        var own = (await office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == part.CaseId), CancellationToken.None))!;
        own.WaitsAt.Should().Equal("Sağlık Bakanlığı");

        (await office.UndoAcknowledgingAsync(house.Zeynep, part)).Should().Be(Outcome.Accepted);
        (await house.MineAsync(BoxFilter.None)).Should().Equal(part);
        (await office.AnswerAsync(house.Zeynep, part, new Signatory(house.Zeynep.UserId, house.Health))).Refusal.Should().Be(new Refusal.InformationIsNotAnswered());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Where_it_was_recorded_it_says_until_when_it_can_be_taken_back_and_then_that_it_cannot(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, part) = (house.Office, await house.InformedAsync());
        await office.AcknowledgeAsync(house.Zeynep, part);
        var until = office.Clock.GetUtcNow() + CaseFile.AcknowledgingMayBeUndoneFor;
        (await house.PutAwayAsync(part, house.Zeynep)).Should().Equal(new PutAwayLine(part, until, IsThereAgain: false));
        (await house.PutAwayAsync(part, house.Ayse)).Should().BeEmpty("it is the reader's own to take back");

        await office.UndoAcknowledgingAsync(house.Zeynep, part);
        (await house.PutAwayAsync(part, house.Zeynep)).Should().BeEmpty("it was taken back");
        await office.AcknowledgeAsync(house.Zeynep, part);
        (await house.PutAwayAsync(part, house.Zeynep)).Should().ContainSingle("the one that stands");

        office.Clock.Pass(CaseFile.AcknowledgingMayBeUndoneFor + TimeSpan.FromSeconds(1));
        (await house.PutAwayAsync(part, house.Zeynep)).Should().Equal(new PutAwayLine(part, Until: null, IsThereAgain: false));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Over_many_rows_what_came_for_action_says_why_not_and_all_can_be_taken_back(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var (office, zeynep) = (house.Office, house.Zeynep);
        RoutingId[] rows = [await house.InformedAsync(), (await office.HoldManyAsync(zeynep, house.Health, 1))[0], await house.InformedAsync()];
        await using var desk = office.BulkDesk(zeynep);
        var job = desk.Open(BulkVerb.Acknowledge, rows);

        await desk.LookAsync(job, new BulkAct.Acknowledge());
        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Ready, BulkEnd.Refused, BulkEnd.Ready);
        job.Rows[1].Why.Should().StartWith("Bu bölüm size gereği için geldi.");
        await desk.RunAsync(job);
        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Done, BulkEnd.Refused, BulkEnd.Done);
        (await house.MineAsync(BoxFilter.None)).Should().Equal(rows[1]);

        await desk.UndoAsync(job);
        (await house.MineAsync(BoxFilter.None)).Should().BeEquivalentTo(rows);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_copy_in_the_same_hands_stands_before_no_work(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var copy = await house.InformedAsync();
        var ministry = await house.Office.HireAsync(7, OfficerRole.CaseOfficer, house.Ministry);
        await house.Office.OpenAsync(ministry, RoutingId.Of(copy.CaseId, 2));
        (await house.Office.ForwardAsync(ministry, RoutingId.Of(copy.CaseId, 2), null, ReplyStories.Line(house.Health))).Should().Be(Outcome.Accepted);
        var work = RoutingId.Of(copy.CaseId, 4);
        await house.Office.OpenAsync(house.Zeynep, work);

        var sheet = (await house.SheetAsync(copy))!;

        (sheet.Part.Id, sheet.ForInformation).Should().Be((work, copy));
        (await house.Office.SaveAsync(house.Zeynep, work, version: 0)).IsAccepted.Should().BeTrue("Cevapla writes for the part that is to be answered");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_late_for_others_is_not_among_what_is_late(Kind kind)
    {
        await using var house = await House.BuildAsync(kind);
        var copy = await house.InformedAsync();
        var work = (await house.Office.HoldManyAsync(house.Zeynep, house.Health, 1))[0];
        house.Office.Clock.Pass(TimeSpan.FromDays(60));

        (await house.MineAsync(BoxFilter.None with { Due = DueFilter.Late })).Should().Equal(work);
        (await house.MineAsync(BoxFilter.None)).Should().BeEquivalentTo([copy, work]);
    }

    private sealed class House : IAsyncDisposable
    {
        public required Office Office { get; init; }
        public required UnitId Ankara { get; init; }
        public required UnitId Health { get; init; }
        public required UnitId Ministry { get; init; }
        public required Actor Ayse { get; init; }
        public required Actor Zeynep { get; init; }

        public static async Task<House> BuildAsync(Kind kind)
        {
            var office = await Office.OpenAsync(kind);
            var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
            return new House
            {
                Office = office, Ankara = ankara, Health = health, Ministry = office.Unit("Sağlık Bakanlığı"),
                Ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), Zeynep = await office.HireAsync(2, OfficerRole.CaseOfficer, health),
            };
        }

        /// <summary>A copy in Zeynep's hands; the ministry is to act.</summary>
        public async Task<RoutingId> InformedAsync()
        {
            var sent = (await Office.FileAsync(Ankara)).Routings[0].Id;
            await Office.OpenAsync(Ayse, sent);
            (await Office.ForwardAsync(Ayse, sent, null, ReplyStories.Line(Ministry), ReplyStories.Line(Health, RoutingPurpose.Information))).Should().Be(Outcome.Accepted);
            (await Office.OpenAsync(Zeynep, RoutingId.Of(sent.CaseId, 3))).Should().Be(Outcome.Accepted);
            return RoutingId.Of(sent.CaseId, 3);
        }

        public async Task<IReadOnlyList<RoutingId>> MineAsync(BoxFilter filter) =>
            [.. (await Office.For<MyInboxQuery>(Zeynep).ReadAsync(RoutingState.Held, new BoxSlice { Filter = filter }, CancellationToken.None))!.Rows.Select(r => r.Routing)];

        public async Task<IReadOnlyList<PutAwayLine>> PutAwayAsync(RoutingId part, Actor reader) =>
            [.. (await Office.For<CaseQuery>(reader).ReadAsync(new CaseNumber(part.CaseId).ToString(), CancellationToken.None))!.Movements.Select(m => m.PutAway).OfType<PutAwayLine>()];

        public Task<CaseSheet?> SheetAsync(RoutingId part) => Office.For<CaseQuery>(Zeynep).ReadAsync(new CaseNumber(part.CaseId).ToString(), CancellationToken.None);

        public ValueTask DisposeAsync() => Office.DisposeAsync();
    }
}
