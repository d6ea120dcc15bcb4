using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Gateways;

/// <summary>C1–C3: whatever breaks, the ending says whether the message had begun to leave.</summary>
public sealed class SmtpBrokenConversationTests
{
    private const string Citizen = "sukru.cig@posta.example";

    [Theory]
    [InlineData(SmtpMode.HangBeforeBanner, MailFault.TimedOut)]
    [InlineData(SmtpMode.SlowDripBanner, MailFault.TimedOut)]
    [InlineData(SmtpMode.DropBeforeBanner, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.ResetBeforeData, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.HugeReply, MailFault.ProtocolBroken)]
    [InlineData(SmtpMode.EndlessLine, MailFault.ProtocolBroken)]
    [InlineData(SmtpMode.Gibberish, MailFault.ProtocolBroken)]
    public async Task A_conversation_that_breaks_before_the_message_did_not_reach_the_server(SmtpMode mode, MailFault fault)
    {
        await using var server = SmtpServer.Start();
        server.Mode = mode;
        var calls = 0;

        var delivery = await AMail.Sender(AMail.ImpatientOptions(server)).SendAsync(AMail.To(Citizen), Counting(() => calls++), default);

        delivery.Should().Be(new MailDelivery.NotReached(fault));
        calls.Should().Be(0);
        server.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData(SmtpMode.HangAfterData, MailFault.TimedOut)]
    [InlineData(SmtpMode.SlowDripAfterData, MailFault.TimedOut)]
    [InlineData(SmtpMode.ResetWhileReceiving, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.ResetAfterData, MailFault.ConnectionLost)]
    [InlineData(SmtpMode.AcceptThenDropBefore250, MailFault.ConnectionLost)]
    public async Task A_conversation_that_breaks_after_the_message_began_is_uncertain(SmtpMode mode, MailFault fault)
    {
        await using var server = SmtpServer.Start();
        server.Mode = mode;
        var options = AMail.ImpatientOptions(server);
        var calls = 0;

        var delivery = await AMail.Sender(options).SendAsync(AMail.To(Citizen), Counting(() => calls++), default);

        delivery.Should().Be(new MailDelivery.Uncertain(fault));
        calls.Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_drips_within_every_limit_is_held_to_the_total_one()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.SlowDripAfterData;
        var options = AMail.Options(server);
        MailDelivery delivery = new MailDelivery.NotReached(MailFault.TimedOut);

        // A machine too busy to get to the message within the limit is given twice as long.
        for (options.TotalTimeout = TimeSpan.FromSeconds(1); delivery is MailDelivery.NotReached && options.TotalTimeout < Eventually.Patience; options.TotalTimeout *= 2)
        {
            delivery = await AMail.Sender(options).SendAsync(AMail.To(Citizen), Nothing, default);
        }

        delivery.Should().Be(new MailDelivery.Uncertain(MailFault.TimedOut));
    }

    [Fact]
    public async Task A_server_that_hangs_after_250_has_the_mail()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.HangAtQuit;

        var delivery = await AMail.Sender(server).SendAsync(AMail.To(Citizen), Nothing, default);

        delivery.Should().Be(new MailDelivery.Accepted(250));
    }

    [Fact]
    public async Task Nobody_listening_is_not_reached_and_the_next_attempt_succeeds_with_the_same_bytes()
    {
        await using var server = SmtpServer.Start();
        await server.RefuseConnectionsAsync();
        var sender = AMail.Sender(server);

        (await sender.SendAsync(AMail.To(Citizen), Nothing, default)).Should().Be(new MailDelivery.NotReached(MailFault.NoConnection));

        server.AcceptConnections();
        (await sender.SendAsync(AMail.To(Citizen), Nothing, default)).Should().Be(new MailDelivery.Accepted(250));
        (await sender.SendAsync(AMail.To(Citizen), Nothing, default)).Should().Be(new MailDelivery.Accepted(250));
        server.Accepted[0].Raw.Should().Equal(server.Accepted[1].Raw);
    }

    [Fact]
    public async Task Being_told_to_stop_before_the_message_is_a_cancellation()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.HangBeforeBanner;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        var sending = () => AMail.Sender(server).SendAsync(AMail.To(Citizen), Nothing, stop.Token);

        await sending.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Being_told_to_stop_after_the_message_began_is_uncertain()
    {
        await using var server = SmtpServer.Start();
        server.Mode = SmtpMode.HangAfterData;
        using var stop = new CancellationTokenSource();

        var sending = AMail.Sender(server).SendAsync(AMail.To(Citizen), Nothing, stop.Token);
        await Eventually.TrueAsync(() => server.Received.Count == 1, "the server has the whole message");
        await stop.CancelAsync();

        (await sending).Should().Be(new MailDelivery.Uncertain(MailFault.Stopped));
    }

    private static Task Nothing(CancellationToken ct) => Task.CompletedTask;

    private static AboutToStartData Counting(Action count) => _ =>
    {
        count();
        return Task.CompletedTask;
    };
}
