using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>Follows the writers: within a second every committed row has its place in the chain; once a day and at the stop the head is anchored.</summary>
public sealed partial class AuditSealer(
    IDbContextFactory<BimerDbContext> dbFactory, AuditSealing sealing, AuditAnchors anchors, TimeProvider clock, ILogger<AuditSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do await GuardedAsync(RoundAsync, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program stops; what is left is sealed in StopAsync.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await GuardedAsync(async ct =>
        {
            await sealing.SealAsync(ct);
            await AnchorAsync(ct);
        }, cancellationToken);
    }

    private async Task RoundAsync(CancellationToken ct)
    {
        await sealing.SealAsync(ct);
        if (!anchors.IsThereFor(clock.GetUtcNow())) await AnchorAsync(ct);
    }

    private async Task AnchorAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var head = await AuditSealing.HeadAsync(db, ct);
        if (head.Position > 0) await anchors.WriteAsync(head, clock.GetUtcNow(), ct);
    }

    private async Task GuardedAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // The rows are safe and wait; a database or disk that is away for a while must not end the sealer.
            LogFault(fault);
        }
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Error, Message = "Audit rows could not be sealed or anchored; the sealer tries again")]
    private partial void LogFault(Exception fault);
}
