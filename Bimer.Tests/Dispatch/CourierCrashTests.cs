using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Dispatch;

/// <summary>What a courier that dies or stalls leaves behind (C3), and what the next one makes of it.</summary>
public sealed class CourierCrashTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_crash_between_the_servers_yes_and_the_commit_leaves_an_uncertain_message(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync();
        var (dead, sender) = Stalling(answers, server, after: true);
        var dying = dead.DrainAsync();
        await sender.Waits.Task;
        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Started, "that the body may leave is written before it does");

        var next = new ACourier(answers.Office, AMail.Sender(server));
        await next.Delivery.RecoverAsync(default);
        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Started, "nobody knows yet that the other is dead");
        answers.Office.Clock.Pass(next.Options.Lease);
        await next.Delivery.RecoverAsync(default);
        (await next.DrainAsync()).Should().Be(0);

        (await answers.MailAsync()).Should().Match<OutboxMessage>(m => m.Status == OutboxStatus.Uncertain && m.LastAnswer == "crashed");
        server.Received.Should().ContainSingle();

        sender.After!.SetResult();
        await dying;
        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Sent, "a courier that was only slow still tells the truth");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_courier_that_lost_its_lease_does_not_send(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync();
        var (slow, sender) = Stalling(answers, server, after: false);
        var stalled = slow.DrainAsync();
        await sender.Waits.Task;

        var next = new ACourier(answers.Office, AMail.Sender(server));
        answers.Office.Clock.Pass(next.Options.Lease);
        await next.Delivery.RecoverAsync(default);
        (await next.DrainAsync()).Should().Be(1);
        sender.Before!.SetResult();
        await stalled;

        server.Received.Should().ContainSingle("the fence stands before the body");
        (await answers.MailAsync()).Should().Match<OutboxMessage>(m => m.Status == OutboxStatus.Sent && m.Attempts == 2);
        slow.Log.Lines.Should().Contain(line => line.Contains("lease was lost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_conversation_longer_than_the_lease_keeps_it(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync();
        var sender = new HeldSender(AMail.Sender(server)) { Before = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        var courier = new ACourier(answers.Office, sender);
        var working = courier.DrainAsync();
        await sender.Waits.Task;

        for (var i = 0; i < 6; i++)
        {
            var before = (await answers.MailAsync()).LeasedUntil;
            answers.Office.Clock.Pass(courier.Options.Lease / 3);
            await Eventually.TrueAsync(async () => (await answers.MailAsync()).LeasedUntil > before, "the lease is renewed");
        }

        await courier.Delivery.RecoverAsync(default);
        sender.Before.SetResult();
        await working;
        (await answers.MailAsync()).Should().Match<OutboxMessage>(m => m.Status == OutboxStatus.Sent && m.Attempts == 1);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_a_person_decided_meanwhile_is_not_overwritten_by_a_late_courier(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, AMail.Sender(server));
        var held = await courier.Leases.TakeNextAsync(ACourier.Mails, courier.Options.Lease, default);
        answers.Office.Clock.Pass(courier.Options.Lease);
        await courier.Delivery.RecoverAsync(default);

        (await courier.Leases.TryStartAsync(held!, courier.Options.Lease, default)).Should().BeFalse();
        (await courier.Leases.TryRenewAsync(held!, courier.Options.Lease, default)).Should().BeFalse();
        (await courier.Leases.TrySettleAsync(held!, new OutboxResult(OutboxStatus.Sent, "250"), default)).Should().BeFalse();
        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Queued);
    }

    /// <summary>A process of its own whose clock stands still, so that it renews nothing, and whose sender can be held.</summary>
    private static (ACourier Courier, HeldSender Sender) Stalling(AnAnsweringOffice answers, SmtpServer server, bool after)
    {
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sender = after ? new HeldSender(AMail.Sender(server)) { After = hold } : new HeldSender(AMail.Sender(server)) { Before = hold };
        var clock = new TestClock(answers.Office.Clock.GetUtcNow());
        return (new ACourier(answers.Office, sender, clock), sender);
    }
}
