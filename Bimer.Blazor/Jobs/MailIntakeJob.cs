using Bimer.Blazor.Mailroom;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time of the round of the mailboxes.</summary>
[DisallowConcurrentExecution]
public sealed class MailIntakeJob(MailSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}
