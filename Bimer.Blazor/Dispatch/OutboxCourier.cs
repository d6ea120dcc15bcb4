using System.Threading.Channels;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Dispatch;

/// <summary>
/// Empties the outbox: woken after every commit that put something in, and by the clock for what falls due again. Mail and short
/// messages have lanes of their own, so that one that hangs delays neither the other nor its own kind.
/// </summary>
public sealed partial class OutboxCourier(
    OutboxDelivery delivery, LiveFeed feed, IOptions<OutboxOptions> configured, TimeProvider clock, ILogger<OutboxCourier> logger) : BackgroundService
{
    private static readonly OutboxKind[] Mail = [OutboxKind.ReplyMail, OutboxKind.ForwardMail];
    private static readonly OutboxKind[] Sms = [OutboxKind.ReceiptSms, OutboxKind.ReplySms, OutboxKind.NoticeSms, OutboxKind.OpenedNotice];

    private readonly OutboxOptions _options = configured.Value;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Repeat(Mail, _options.MailLanes).Concat(Enumerable.Repeat(Sms, _options.SmsLanes))
            .Select(kinds => LaneAsync(token => DrainAsync(kinds, token), stoppingToken))
            .Append(LaneAsync(delivery.RecoverAsync, stoppingToken)));

    private async Task LaneAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        // Subscribed before the first look: what is committed in between rings.
        await using var subscription = feed.Subscribe([LiveTopic.Outbox], () =>
        {
            bell.Writer.TryWrite(true);
            return Task.CompletedTask;
        });
        while (!stopping.IsCancellationRequested)
        {
            await GuardedAsync(work, stopping);
            await RestAsync(bell.Reader, stopping);
        }
    }

    private async Task DrainAsync(OutboxKind[] kinds, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await delivery.DeliverNextAsync(kinds, stopping))
        {
            // The next one.
        }
    }

    private async Task GuardedAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program stops.
        }
        catch (Exception fault)
        {
            // A database that is away for a while must not end the courier.
            LogFault(fault);
        }
    }

    private async Task RestAsync(ChannelReader<bool> bell, CancellationToken stopping)
    {
        using var nap = new CancellationTokenSource(_options.Poll, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(nap.Token, stopping);
        try
        {
            await bell.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Slept enough, or the program stops.
        }
    }

    [LoggerMessage(EventId = 4005, Level = LogLevel.Error, Message = "The courier could not work; it tries again")]
    private partial void LogFault(Exception fault);
}
