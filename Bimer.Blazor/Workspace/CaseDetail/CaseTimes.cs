using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>What of a case depends on the moment it is read.</summary>
public sealed class CaseTimes(RecallPolicies policies, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The person sent it on to somebody who has not read it, and the time is not over (Geri Al, S40).</summary>
    public bool MayRecall(CaseFile caseFile, Actor actor, DateTimeOffset now) => policies.RecallableOf(caseFile, actor, now).Any();
}
