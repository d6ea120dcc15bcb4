using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of <see cref="IntakeSweep"/>.</summary>
[DisallowConcurrentExecution]
public sealed class IntakeSweepJob(IntakeSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
