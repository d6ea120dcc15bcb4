using System.Globalization;
using Bimer.Blazor.Workspace;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>What a bulk act leaves to each case, and what it asks of the window it runs in (B16).</summary>
public sealed class BulkKeepingTests
{
    // Not in the test: what an asynchronous method sets ends with it.
    public BulkKeepingTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_list_for_many_keeps_each_cases_own_topics_and_stops_at_its_exclusions(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var kept = await office.FileAsync(story.Unit);
        await office.OpenAsync(writer, kept.Routings[0].Id);
        await office.ExcludeAsync(writer, kept, health);
        var free = (await office.FileTextAsync(story.Unit, ACase.Words, topic: "04.01")).Routings[0].Id;
        await office.OpenAsync(writer, free);
        await using var desk = office.BulkDesk(writer);
        var job = desk.Open(BulkVerb.Forward, [kept.Routings[0].Id, free]);
        await desk.LookAsync(job, new BulkAct.Forward([ReplyStories.Line(health)], KeepsPriority: true));
        await desk.RunAsync(job);

        job.Rows.Select(row => row.End).Should().Equal(BulkEnd.Refused, BulkEnd.Done);
        job.Rows[0].Why.Should().Contain("gönderilmeyecek");
        await using var after = await office.DbAsync();
        (await after.CaseTopics.Where(t => t.CaseId == free.CaseId).Select(t => t.Code).ToListAsync()).Should().Equal("04.01");
    }

    [Fact]
    public async Task While_it_goes_on_the_window_is_marked_and_afterwards_no_more()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var rows = await story.Office.HoldManyAsync(story.Writer, story.Unit, 2);
        await using var desk = story.Office.BulkDesk(story.Writer);
        async Task<bool> IsMarkedAsync() => (await AScreen.HtmlAsync<BulkMark>([desk])).QuerySelector("[data-working]") is not null;
        var job = desk.Open(BulkVerb.Follow, rows);
        await desk.LookAsync(job, new BulkAct.Follow(For: null));
        (await IsMarkedAsync()).Should().BeFalse("nothing is done yet");

        Task<bool>? during = null;
        desk.Changed += (_, _) => during ??= job.Phase == BulkPhase.Running ? IsMarkedAsync() : null;
        story.Office.Clock.Pass(TimeSpan.FromSeconds(1));   // it is told a few times a second
        await desk.RunAsync(job);

        (await during!).Should().BeTrue();
        (await IsMarkedAsync()).Should().BeFalse();
    }
}
