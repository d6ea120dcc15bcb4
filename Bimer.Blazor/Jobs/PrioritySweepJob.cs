using Bimer.Blazor.Persistence;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time at which cases are as urgent as their open parts again: once after each start, and at night.</summary>
[DisallowConcurrentExecution]
public sealed class PrioritySweepJob(PrioritySweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
