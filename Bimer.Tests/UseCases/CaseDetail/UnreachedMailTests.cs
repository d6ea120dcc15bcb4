using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;
using static Bimer.Tests.UseCases.CaseDetail.AnsweredMail;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>An answer that came back: what a person may decide about it, and what of that can be taken back (S51).</summary>
public sealed class UnreachedMailTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_came_back_is_sent_again_with_all_its_tries_or_goes_by_post_and_never_counts_as_sent(Kind kind)
    {
        await using var story = await AnsweredAsync(kind);
        await SetAsync(story, OutboxStatus.Returned, "5.2.2");

        (await ResolveAsync(story, story.Approver, MailDecision.CountAsSent)).Refusal.Should().Be(new Refusal.MailNotUncertain());
        (await ResolveAsync(story, story.Writer, MailDecision.SendAgain)).Refusal.Should().Be(new Refusal.NotYoursToResolve(story.Unit));
        (await ResolveAsync(story, story.Writer, MailDecision.Posted)).Should().Be(Outcome.Accepted);
        (await DeliveryAsync(story, story.Writer)).Should().BeEquivalentTo(new { State = DeliveryState.Posted, MayPost = true, MayResolve = false });
        (await ResolveAsync(story, story.Approver, MailDecision.SendAgain)).Refusal.Should().Be(new Refusal.MailNotUncertain());

        (await ResolveAsync(story, story.Writer, MailDecision.NotPosted)).Should().Be(Outcome.Accepted);
        (await DeliveryAsync(story, story.Writer)).Should().BeEquivalentTo(new { State = DeliveryState.Returned, Code = "5.2.2" });
        (await ResolveAsync(story, story.Approver, MailDecision.SendAgain)).Should().Be(Outcome.Accepted);
        (await MailAsync(story)).Should().BeEquivalentTo(new { Status = OutboxStatus.Queued, Attempts = 0 });
        (await RecordAsync(story)).Select(fact => fact.Item1).Should().BeEquivalentTo("mail.posted", "mail.not-posted", "mail.sent-again");
    }
}
