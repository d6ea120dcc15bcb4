using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox.Bulk;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>A bulk act that ends before its last row, whatever ended it: what was done is told, and the rest can be done.</summary>
public sealed class BulkStopsTests
{
    // Not in the test: what an asynchronous method sets ends with it.
    public BulkStopsTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task Stopped_half_way_it_says_what_was_done_and_goes_on_from_there()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var (desk, job) = await LookedAsync(story, cases: 5);
        desk.Changed += StopOnce;

        await desk.RunAsync(job);

        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Done, BulkEnd.Ready, BulkEnd.Ready, BulkEnd.Ready, BulkEnd.Ready);
        (job.Phase, await HeldBackAsync(story)).Should().Be((BulkPhase.Ended, 1));
        desk.Changed -= StopOnce;
        await desk.RunAsync(job);
        (job.Count(BulkEnd.Done), await HeldBackAsync(story)).Should().Be((5, 5));

        void StopOnce(object? sender, EventArgs changed) => desk.Stop();
    }

    [Fact]
    public async Task It_ends_with_its_circuit_behind_the_row_it_was_at()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var (desk, job) = await LookedAsync(story, cases: 3);
        Task? end = null;
        desk.Changed += (_, _) => end ??= desk.DisposeAsync().AsTask();

        await desk.RunAsync(job);

        (job.Count(BulkEnd.Done), job.Count(BulkEnd.Ready), await HeldBackAsync(story)).Should().Be((1, 2, 1));
    }

    [Fact]
    public async Task A_second_click_while_it_runs_and_another_act_begin_nothing()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var (desk, job) = await LookedAsync(story, cases: 3);
        var more = new List<Task>();
        desk.Changed += (_, _) =>
        {
            if (!job.IsBusy) return;
            desk.Open(BulkVerb.Follow, []).Should().BeSameAs(job);
            more.AddRange([desk.RunAsync(job), desk.UndoAsync(job)]);
        };

        await desk.RunAsync(job);
        await Task.WhenAll(more.ToArray());

        more.Should().NotBeEmpty();
        (job.Count(BulkEnd.Done), await HeldBackAsync(story)).Should().Be((3, 3));
    }

    [Fact]
    public async Task Who_is_signed_out_on_the_way_does_no_further_row()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var leaving = new Leaves(story.Writer, after: 6);   // each row is asked for once by the look and once by the act
        var work = ActivatorUtilities.CreateInstance<CaseWork>(story.Office.Services, leaving);
        var (desk, job) = await LookedAsync(story, cases: 4, work);

        await desk.RunAsync(job);

        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Done, BulkEnd.Done, BulkEnd.NotNow, BulkEnd.Ready);
        job.Rows[2].Why.Should().NotBeNullOrEmpty();
        (await HeldBackAsync(story)).Should().Be(2);
    }

    [Fact]
    public async Task A_row_whose_answer_was_lost_is_not_done_twice()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var office = story.Office;
        var rows = await office.HoldManyAsync(story.Writer, story.Unit, 2);
        var lossy = new LostAnswerDb(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>());
        var work = ActivatorUtilities.CreateInstance<CaseWork>(office.Services, lossy, new Office.Acts(story.Writer));
        var (acts, lost, intent) = (office.BulkActs(story.Writer), office.BulkActs(story.Writer, work), BulkIntent.New());

        foreach (var row in rows) (await lost.DoAsync(BulkStories.Hold(), intent, row)).Refusal.Should().BeOfType<Refusal.Busy>();
        foreach (var row in rows) (await acts.DoAsync(BulkStories.Hold(), intent, row)).Refusal.Should().BeNull();

        (await HeldBackAsync(story)).Should().Be(2);
    }

    [Fact]
    public async Task To_put_it_away_while_it_runs_neither_stops_nor_hides_it()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var (desk, job) = await LookedAsync(story, cases: 3);
        desk.Changed += CloseWhileItRuns;

        await desk.RunAsync(job);

        desk.Job.Should().BeSameAs(job);
        job.Count(BulkEnd.Done).Should().Be(3);

        void CloseWhileItRuns(object? sender, EventArgs changed)
        {
            if (job.IsBusy) desk.Close();
        }
    }

    [Fact]
    public async Task A_look_that_was_put_away_ends_though_another_begins()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        await using var desk = story.Office.BulkDesk(story.Writer);
        var rows = await story.Office.HoldManyAsync(story.Writer, story.Unit, 20);
        var former = desk.Open(BulkVerb.Hold, rows);
        var look = desk.LookAsync(former, BulkStories.Hold());

        desk.Close();
        await desk.LookAsync(desk.Open(BulkVerb.Hold, rows), BulkStories.Hold());
        await look;

        former.Count(BulkEnd.Ready).Should().BeLessThan(20);
        desk.Job!.Count(BulkEnd.Ready).Should().Be(20);
    }

    [Fact]
    public async Task Of_a_row_whose_undoing_met_a_fault_nobody_says_that_it_stayed()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var faulty = new Fails(story.Writer, at: 3);   // looked at, done, taken back
        var (desk, job) = await LookedAsync(story, cases: 1, ActivatorUtilities.CreateInstance<CaseWork>(story.Office.Services, faulty));
        await desk.RunAsync(job);

        await FluentActions.Awaiting(() => desk.UndoAsync(job)).Should().ThrowAsync<IOException>();

        (job.Rows[0].End, job.Left.Any()).Should().Be((BulkEnd.Unknown, false), "to do it again could meet what is undone");
        await using var words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        BulkTold.Of(words.GetRequiredService<IStringLocalizer<BulkWords>>(), job).Should().Be("1 başvurunun sonucu bilinmiyor.");
        await desk.UndoAsync(job);
        job.Rows[0].End.Should().Be(BulkEnd.Undone);
    }

    private static async Task<(BulkDesk Desk, BulkJob Job)> LookedAsync(AReplyStory story, int cases, CaseWork? work = null)
    {
        var desk = story.Office.BulkDesk(story.Writer, work);
        var job = desk.Open(BulkVerb.Hold, await story.Office.HoldManyAsync(story.Writer, story.Unit, cases));
        await desk.LookAsync(job, BulkStories.Hold());
        story.Office.Clock.Pass(TimeSpan.FromSeconds(1));   // the screen is told of the next row
        return (desk, job);
    }

    private static async Task<int> HeldBackAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        return await db.Movements.CountAsync(m => m.Kind == MovementKind.PutOnHold);
    }

    private sealed class Fails(Actor actor, int at) : ICurrentActor
    {
        private int _asked;

        public ValueTask<Actor?> GetAsync(CancellationToken ct) => ++_asked == at ? throw new IOException("No answer.") : ValueTask.FromResult<Actor?>(actor);

        public ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct) => GetAsync(ct);
    }

    private sealed class Leaves(Actor actor, int after) : ICurrentActor
    {
        private int _asked;

        public ValueTask<Actor?> GetAsync(CancellationToken ct) => ValueTask.FromResult(++_asked > after ? null : actor);

        public ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct) => GetAsync(ct);
    }
}
