using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using Bimer.Tests.UseCases;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence.Intake;

/// <summary>What officers began and never sent goes after its time; what somebody still owes stays.</summary>
public sealed class DraftSweepTests
{
    private static readonly TimeSpan _kept = new DraftOptions().Kept;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_old_goes_only_once_its_part_has_ended(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await KeepAsync(story, story.Routing);
        story.Office.Clock.Pass(_kept - TimeSpan.FromMinutes(1));
        (await SweepAsync(story)).Should().Be(new DraftsSwept(0, 0, 0), "the last minute still counts");
        var other = (await story.Office.FileAsync(story.Unit)).Routings[0].Id;
        (await story.Office.OpenAsync(story.Writer, other)).Should().Be(Outcome.Accepted);
        await KeepAsync(story, other);

        story.Office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await SweepAsync(story)).Should().Be(new DraftsSwept(0, 0, 0), "the answer is still owed");

        (await story.Office.ForwardAsync(story.Writer, story.Routing, lines: ReplyStories.Line(story.Office.Unit("İzmir Valiliği")))).Should().Be(Outcome.Accepted);
        (await SweepAsync(story)).Should().Be(new DraftsSwept(1, 1, 1));
        await using var db = await story.Office.DbAsync();
        (await db.DeskDrafts.SingleAsync()).Routing.Should().Be(other);
        (await db.ReplyDrafts.SingleAsync()).Routing.Should().Be(other);
        (await db.DraftFiles.SingleAsync()).Reply.Should().Be(other);
        story.Office.StoredFiles().Should().ContainSingle();
    }

    private static async Task KeepAsync(AReplyStory story, RoutingId routing)
    {
        (await story.Office.For<DeskDrafts>(story.Writer).SaveAsync(routing, DeskKind.Forwarding, "Yarım kalan liste", since: null, CancellationToken.None)).At.Should().NotBeNull();
        (await story.Office.SaveAsync(story.Writer, routing, 0)).IsAccepted.Should().BeTrue();
        (await story.Office.AttachAsync(story.Writer, routing, "ek.pdf", Documents.Pdf)).IsAccepted.Should().BeTrue();
    }

    private static Task<DraftsSwept> SweepAsync(AReplyStory story) =>
        ActivatorUtilities.CreateInstance<DraftSweep>(story.Office.Services).RunAsync(CancellationToken.None);
}
