using Bimer.Blazor.Workspace.Registering.Verifying;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the round over identities that wait for the register.</summary>
[DisallowConcurrentExecution]
public sealed class VerificationJob(VerificationSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
