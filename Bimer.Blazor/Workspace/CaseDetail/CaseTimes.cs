using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>What of a case depends on the moment it is read.</summary>
public sealed class CaseTimes(RecallPolicies policies, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The last instant, included, at which the person may take back something of it nobody has read (Geri Al, S40); none when there is nothing.</summary>
    public DateTimeOffset? RecallUntil(CaseFile caseFile, Actor actor, DateTimeOffset now) =>
        policies.RecallableOf(caseFile, actor, now).Select(leg => (DateTimeOffset?)policies.Of(leg.From!.Value).LastInstant(leg.SentAt)).Max();
}
