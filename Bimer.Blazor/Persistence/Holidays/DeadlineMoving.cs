using Bimer.Blazor.Live;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>Works off the decisions about days, the oldest first, also those a stop of the program left half done; rings when there is something to tell.</summary>
public sealed partial class DeadlineMoving(HolidayShelf shelf, DeadlineMover mover, LiveFeed feed, TimeProvider clock, ILogger<DeadlineMoving> logger) : BackgroundService
{
    /// <summary>Another node's decisions are heard of within this.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _work = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var bell = feed.Subscribe([LiveTopic.Holidays], Wake);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);   // what is done stays done; the rest is tried again
            }

            using var rest = clock.CreateTimer(_ => WakeUp(), null, Rest, Timeout.InfiniteTimeSpan);
            await _work.WaitAsync(stoppingToken);
        }
    }

    /// <summary>Until nothing is left to do.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await mover.ReadTableAsync(ct);
        while (await shelf.NextAsync(ct) is { } ruled) await FollowAsync(ruled, ct);
    }

    /// <summary>Round after round until one moves nothing: who filed while the first went by counted with the days of before.</summary>
    private async Task FollowAsync(RuledHoliday ruled, CancellationToken ct)
    {
        for (var (moved, batches) = (ruled.Moved, 0); ; batches++)
        {
            var isRound = await mover.StepAsync(ruled, ct);
            if (isRound && moved == ruled.Moved) break;
            if (isRound) (moved, ruled.Cursor, ruled.Seen) = (ruled.Moved, default, Math.Max(ruled.Total, ruled.Moved));
            await KeepAsync(ruled, ct);
        }

        ruled.FinishedAt = clock.GetUtcNow();
        await KeepAsync(ruled, ct);
        feed.Publish(LiveTopic.Day);   // every screen tells other days now
    }

    private async Task KeepAsync(RuledHoliday ruled, CancellationToken ct)
    {
        await shelf.KeepAsync(ruled, ct);
        feed.Publish(LiveTopic.HolidayProgress);
    }

    private Task Wake()
    {
        WakeUp();
        return Task.CompletedTask;
    }

    private void WakeUp()
    {
        try
        {
            _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody has woken it already.
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _work.Dispose();
    }

    [LoggerMessage(EventId = 2131, Level = LogLevel.Error, Message = "The open cases could not follow a change of the holidays; it is tried again")]
    private partial void LogFault(Exception fault);
}
