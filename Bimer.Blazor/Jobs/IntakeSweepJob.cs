using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the sweeps over what was begun and never sent, citizens' and officers'.</summary>
[DisallowConcurrentExecution]
public sealed class IntakeSweepJob(IntakeSweep visits, DraftSweep drafts) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await visits.RunAsync(cancellationToken);
        await drafts.RunAsync(cancellationToken);
    }
}
