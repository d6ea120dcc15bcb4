using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the round over mails whose sender is hidden.</summary>
[DisallowConcurrentExecution]
public sealed class WithheldMailJob(WithheldMails withheld) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await withheld.RunAsync(cancellationToken);
}
