using System.Globalization;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>One verb over many rows (B16): each row by the rules of the single act, each told by itself.</summary>
public sealed class BulkTests
{
    // Not in the test: what an asynchronous method sets ends with it.
    public BulkTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Of_five_hundred_rows_some_changed_meanwhile_and_each_says_what_became_of_it(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var rows = await office.HoldManyAsync(writer, story.Unit, 500);
        await using var desk = office.BulkDesk(writer);
        var job = desk.Open(BulkVerb.Hold, rows);
        await desk.LookAsync(job, BulkStories.Hold());
        (job.Phase, job.Count(BulkEnd.Ready)).Should().Be((BulkPhase.Looked, 500));
        (await CountAsync(office, MovementKind.PutOnHold)).Should().Be(0, "to look does nothing");

        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        foreach (var gone in rows.Take(3)) (await office.ForwardAsync(writer, gone, null, ReplyStories.Line(health))).Should().Be(Outcome.Accepted);
        await desk.RunAsync(job);

        (job.Count(BulkEnd.Done), job.Count(BulkEnd.Changed), job.Left.Count()).Should().Be((497, 3, 3));
        rows.Take(3).Should().OnlyContain(gone => job.Row(gone).Why!.Contains("sevk edildi"));
        (await CountAsync(office, MovementKind.PutOnHold)).Should().Be(497);

        var acts = office.BulkActs(writer);
        foreach (var row in rows.Skip(3).Take(20)) (await acts.DoAsync(BulkStories.Hold(), job.Intent, row)).Should().Be(new BulkAnswer(null, DidSome: true));
        (await CountAsync(office, MovementKind.PutOnHold)).Should().Be(497, "the same intent once more is the same act");
        await desk.UndoAsync(job, job.Row(rows[7]));
        (job.Row(rows[7]).End, job.Count(BulkEnd.Done)).Should().Be((BulkEnd.Undone, 496));
        (await CountAsync(office, MovementKind.Resumed)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_row_one_may_not_see_is_told_like_a_number_that_does_not_exist(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        await office.AlsoAsync(writer, OfficerRole.CaseOfficer, health);
        var (own, excluded) = ((await office.HoldManyAsync(writer, story.Unit, 2))[0], await office.FileAsync(story.Unit));
        var colleague = await office.HireAsync(8, OfficerRole.CaseOfficer, story.Unit);
        await office.OpenAsync(colleague, excluded.Routings[0].Id);
        var foreign = (await office.FileAsync(office.Unit("İzmir Valiliği"), CaseKind.TipOff)).Routings[0].Id;
        await using var desk = office.BulkDesk(writer);
        RoutingId[] rows = [own, excluded.Routings[0].Id, foreign, RoutingId.Of(new CaseId(20269999999), 1)];
        foreach (var (verb, act) in EveryAct(office.Unit("Sağlık Bakanlığı"))) await LooksAlikeAsync(desk, desk.Open(verb, rows), act);

        var job = desk.Open(BulkVerb.Follow, rows);
        await desk.LookAsync(job, new BulkAct.Follow(For: null));
        job.Rows[1].End.Should().Be(BulkEnd.Ready);
        await office.ExcludeAsync(colleague, excluded, health);
        await desk.RunAsync(job);

        job.Rows[1].Should().BeEquivalentTo(new { End = BulkEnd.Changed, job.Rows[3].Why }, "excluded between the look and the act");
        job.Rows[0].End.Should().Be(BulkEnd.Done);
        await using var db = await office.DbAsync();
        (await db.Followers.Select(f => f.CaseId).ToListAsync()).Should().Equal(own.CaseId);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_forward_of_many_is_taken_back_as_far_as_nobody_has_read_it(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var (health, roads) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Sağlık Bakanlığı"));
        var zeynep = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        var rows = await office.HoldManyAsync(writer, story.Unit, 3);
        await using var desk = office.BulkDesk(writer);
        var job = await DoAsync(desk, BulkVerb.Forward, rows, new BulkAct.Forward([ReplyStories.Line(health), ReplyStories.Line(roads, RoutingPurpose.Information)], KeepsPriority: true));
        job.Count(BulkEnd.Done).Should().Be(3);
        var read = (await office.LegsAsync(rows[0].CaseId)).Single(leg => leg.To == health);
        (await office.OpenAsync(zeynep, read.Id)).Should().Be(Outcome.Accepted);

        await desk.UndoAsync(job);

        (job.Row(rows[0]).End, job.Count(BulkEnd.Undone)).Should().Be((BulkEnd.Partly, 2));
        job.Row(rows[0]).Why.Should().Contain("Ad8 Soyad", "the row says who has read it");
        (await office.LegsAsync(rows[0].CaseId)).Select(leg => (leg.To, leg.State)).Should().Equal((story.Unit, RoutingState.Forwarded), (health, RoutingState.Held), (roads, RoutingState.Recalled));
        (await office.LegsAsync(rows[1].CaseId))[^1].Should().BeEquivalentTo(new { To = story.Unit, State = RoutingState.Held, Custodian = writer.UserId });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_forwarded_is_recalled_from_its_box_while_the_time_lasts(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var rows = await office.HoldManyAsync(writer, story.Unit, 2);
        var line = ReplyStories.Line(office.Unit("Ankara İl Sağlık Müdürlüğü"));
        (await office.ForwardAsync(writer, rows[0], null, line)).Should().Be(Outcome.Accepted);
        office.Clock.Pass(TimeSpan.FromMinutes(31));
        (await office.ForwardAsync(writer, rows[1], null, line)).Should().Be(Outcome.Accepted);
        await using var desk = office.BulkDesk(writer);

        var job = await DoAsync(desk, BulkVerb.Recall, rows, new BulkAct.Recall());

        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Refused, BulkEnd.Done);
        job.Rows[0].Why.Should().NotBeNullOrEmpty();
        job.Undoable.Should().BeEmpty("nothing takes a recall back");
        (await CountAsync(office, MovementKind.Recalled)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_followed_already_is_neither_done_nor_undone(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var rows = await office.HoldManyAsync(writer, story.Unit, 3);
        await using var desk = office.BulkDesk(writer);
        await DoAsync(desk, BulkVerb.Follow, [rows[0]], new BulkAct.Follow(For: null));

        var job = await DoAsync(desk, BulkVerb.Follow, rows, new BulkAct.Follow(For: null));
        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Already, BulkEnd.Done, BulkEnd.Done);
        await desk.UndoAsync(job);
        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Already, BulkEnd.Undone, BulkEnd.Undone);

        await using var db = await office.DbAsync();
        (await db.Followers.Select(f => f.CaseId).ToListAsync()).Should().Equal(rows[0].CaseId);
        var unit = await DoAsync(desk, BulkVerb.Follow, rows, new BulkAct.Follow(story.Unit));
        unit.Count(BulkEnd.Done).Should().Be(3);
        (await db.FollowingUnits.CountAsync(f => f.Unit == story.Unit)).Should().Be(3);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_on_hold_already_keeps_its_own_words_and_stays_so_after_the_undo(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var rows = await office.HoldManyAsync(writer, story.Unit, 3);
        await using var desk = office.BulkDesk(writer);
        await DoAsync(desk, BulkVerb.Hold, [rows[0]], BulkStories.Hold());

        var job = desk.Open(BulkVerb.Hold, rows);
        await desk.LookAsync(job, BulkStories.Hold());
        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Already, BulkEnd.Ready, BulkEnd.Ready);
        (await office.BulkActs(writer).DoAsync(BulkStories.Hold(), BulkIntent.New(), rows[1])).Refusal.Should().BeNull();
        await desk.RunAsync(job);
        job.Rows.Select(row => row.End).Should().Equal([BulkEnd.Already, BulkEnd.Changed, BulkEnd.Done], "the second was held back by itself in between");
        await desk.UndoAsync(job);

        await using var db = await office.DbAsync();
        (await db.Holds.Where(hold => hold.EndedAt == null).Select(hold => hold.Routing).ToListAsync()).Should().BeEquivalentTo([rows[0], rows[1]]);
    }

    private static async Task<BulkJob> DoAsync(BulkDesk desk, BulkVerb verb, IReadOnlyList<RoutingId> rows, BulkAct act)
    {
        var job = desk.Open(verb, rows);
        await desk.LookAsync(job, act);
        await desk.RunAsync(job);
        return job;
    }

    /// <summary>The third row lies elsewhere, the fourth nowhere.</summary>
    private static async Task LooksAlikeAsync(BulkDesk desk, BulkJob job, BulkAct act)
    {
        await desk.LookAsync(job, act);
        job.Rows[2].Should().BeEquivalentTo(new { End = BulkEnd.Refused, job.Rows[3].Why });
        job.Rows[3].Why.Should().StartWith("Aradığınız başvuru bulunamadı.");
    }

    private static (BulkVerb Verb, BulkAct Act)[] EveryAct(UnitId to) =>
    [
        (BulkVerb.Forward, new BulkAct.Forward([ReplyStories.Line(to)], KeepsPriority: true)), (BulkVerb.Hold, BulkStories.Hold()), (BulkVerb.Resume, new BulkAct.TakeOffHold()),
        (BulkVerb.Recall, new BulkAct.Recall()), (BulkVerb.Follow, new BulkAct.Follow(For: null)), (BulkVerb.Unfollow, new BulkAct.Unfollow(For: null)), (BulkVerb.Acknowledge, new BulkAct.Acknowledge()),
    ];

    private static async Task<int> CountAsync(Office office, MovementKind kind)
    {
        await using var db = await office.DbAsync();
        return await db.Movements.CountAsync(m => m.Kind == kind);
    }
}
