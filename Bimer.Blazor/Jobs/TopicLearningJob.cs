using Bimer.Blazor.Workspace;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>Keeps the time at which the proposals of the desks learn what officers chose.</summary>
[DisallowConcurrentExecution]
public sealed class TopicLearningJob(TopicAdviser adviser) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await adviser.LearnAsync(cancellationToken);
}
