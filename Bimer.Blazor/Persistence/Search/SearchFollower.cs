namespace Bimer.Blazor.Persistence.Search;

/// <summary>Follows the writers: within half a second what was committed can be found, also when nobody searches meanwhile.</summary>
public sealed partial class SearchFollower(SearchCatchUp catchUp, TimeProvider clock, ILogger<SearchFollower> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    private string? _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, clock);
        try
        {
            do await RoundAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program stops; what is due waits in its table for the next start.
        }
    }

    private async Task RoundAsync(CancellationToken ct)
    {
        try
        {
            await catchUp.TidyAsync(ct);   // first: one case that is refused must not keep back what others wanted forgotten
            await catchUp.RunAsync(ct);
            _told = null;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // Nothing is lost; a database that is away for a while must not end the follower, nor fill the log twice a second.
            if (!string.Equals(_told, fault.Message, StringComparison.Ordinal)) LogFault(fault);
            _told = fault.Message;
        }
    }

    [LoggerMessage(EventId = 2111, Level = LogLevel.Error, Message = "What the search has still to learn could not be taken in; it is tried again")]
    private partial void LogFault(Exception fault);
}
