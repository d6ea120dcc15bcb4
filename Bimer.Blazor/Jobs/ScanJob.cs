using Bimer.Blazor.Persistence.Files.Scanning;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the sweep that has files scanned.</summary>
[DisallowConcurrentExecution]
public sealed class ScanJob(ScanSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
