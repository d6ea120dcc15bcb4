using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the sweep over what officers began and never sent.</summary>
[DisallowConcurrentExecution]
public sealed class DraftSweepJob(DraftSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
