using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the sweep over what citizens began and never sent.</summary>
[DisallowConcurrentExecution]
public sealed class IntakeSweepJob(IntakeSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
