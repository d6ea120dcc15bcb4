using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the sweep over files that no row knows.</summary>
[DisallowConcurrentExecution]
public sealed class UnclaimedSweepJob(UnclaimedSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
