using Bimer.Blazor.Mailroom.Bounces;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the look into the mailbox of bounces.</summary>
[DisallowConcurrentExecution]
public sealed class BounceJob(BounceSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
