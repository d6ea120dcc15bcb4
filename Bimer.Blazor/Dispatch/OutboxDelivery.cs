using Bimer.Blazor.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Dispatch;

/// <summary>
/// One message from the queue to its end: leased, fenced, handed over, settled. "Started" is durable before the first byte of the
/// body leaves, so that after any crash a row tells whether a resend is safe (decision 0037).
/// </summary>
public sealed partial class OutboxDelivery(
    OutboxLeases leases, Conveyance conveyance, IOptions<OutboxOptions> configured, TimeProvider clock, ILogger<OutboxDelivery> logger)
{
    private readonly OutboxOptions _options = configured.Value;

    /// <summary>Takes the next due message of these kinds to its end; false when none is due.</summary>
    public async Task<bool> DeliverNextAsync(IReadOnlyCollection<OutboxKind> kinds, CancellationToken stopping)
    {
        if (await leases.TakeNextAsync(kinds, _options.Lease, stopping) is not { } held) return false;

        using var over = new CancellationTokenSource();
        var keeping = KeepAsync(held, over.Token);
        try
        {
            if (await AttemptAsync(held, stopping) is { } result) await SettleAsync(held, result);
        }
        finally
        {
            await over.CancelAsync();
            await keeping;
        }

        return true;
    }

    /// <summary>Puts in order what couriers left behind that are no more.</summary>
    public async Task RecoverAsync(CancellationToken ct)
    {
        var uncertain = await leases.RecoverAsync(ct);
        if (uncertain > 0) LogRecovered(uncertain);
    }

    /// <summary>Null: the lease was lost, the row is somebody else's now.</summary>
    private async Task<OutboxResult?> AttemptAsync(OutboxLease held, CancellationToken stopping)
    {
        using var attempt = new StoppableUntilStarted(stopping);
        try
        {
            return ResultOf(held, await conveyance.SendAsync(held.Message, ct => StartAsync(held, attempt, ct), attempt.Token));
        }
        catch (LeaseLostException)
        {
            LogLeaseLost(held.Message.Id);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !attempt.HasStarted)
        {
            return new OutboxResult(OutboxStatus.Queued, "stopped");
        }
        catch (Exception fault)
        {
            // A gateway should not throw once the body may have left. One that does must not make a second mail of it.
            LogFault(fault, held.Message.Id, attempt.HasStarted);
            return ResultOf(held, new ConveyanceEnd(attempt.HasStarted ? OutboxStatus.Uncertain : OutboxStatus.Queued, "error"));
        }
    }

    private async Task StartAsync(OutboxLease held, StoppableUntilStarted attempt, CancellationToken ct)
    {
        if (!await leases.TryStartAsync(held, _options.Lease, ct)) throw new LeaseLostException();
        attempt.Start();
    }

    private OutboxResult ResultOf(OutboxLease held, ConveyanceEnd end)
    {
        if (end.Status != OutboxStatus.Queued) return new OutboxResult(end.Status, end.Answer);
        return held.Attempt >= _options.MostAttempts
            ? new OutboxResult(OutboxStatus.Failed, end.Answer)
            : new OutboxResult(OutboxStatus.Queued, end.Answer, RetryPauses.After(held.Message.Id, held.Attempt, _options));
    }

    private async Task SettleAsync(OutboxLease held, OutboxResult result)
    {
        // Not the stopping token: the end is known now and must not be forgotten.
        if (await leases.TrySettleAsync(held, result, CancellationToken.None)) LogSettled(held.Message.Id, held.Attempt, result.Status, result.Answer);
        else LogLeaseLost(held.Message.Id);
    }

    /// <summary>Renews the lease while the conversation lasts; a courier that died or stalled stops doing so.</summary>
    private async Task KeepAsync(OutboxLease held, CancellationToken over)
    {
        using var timer = new PeriodicTimer(_options.Lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                if (!await leases.TryRenewAsync(held, _options.Lease, over)) return;
            }
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            // The attempt is over.
        }
        catch (Exception fault)
        {
            // Not renewed: the fence and the settling find out by themselves.
            LogUnrenewed(fault, held.Message.Id);
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Outbox {MessageId} attempt {Attempt}: {Status} ({Answer})")]
    private partial void LogSettled(Guid messageId, int attempt, OutboxStatus status, string answer);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Outbox {MessageId}: the lease was lost, nothing is done with it here")]
    private partial void LogLeaseLost(Guid messageId);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Error, Message = "Outbox {MessageId}: the attempt broke (the body may have left: {Started})")]
    private partial void LogFault(Exception fault, Guid messageId, bool started);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "{Count} messages were being handed over when their courier died; they are uncertain now")]
    private partial void LogRecovered(int count);

    [LoggerMessage(EventId = 4006, Level = LogLevel.Error, Message = "Outbox {MessageId}: the lease could not be renewed")]
    private partial void LogUnrenewed(Exception fault, Guid messageId);
}

/// <summary>The courier may not send what it does not hold any more.</summary>
internal sealed class LeaseLostException() : Exception("The lease on an outbox row was lost.");
