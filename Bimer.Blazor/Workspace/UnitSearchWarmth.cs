namespace Bimer.Blazor.Workspace;

/// <summary>Reads the names of the tree once the program stands: of sixty thousand units the first who types would wait for it.</summary>
internal sealed class UnitSearchWarmth(UnitSearch search) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(search.Prepare, stoppingToken);
}
