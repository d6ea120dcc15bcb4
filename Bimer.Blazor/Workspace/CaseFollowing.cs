using Bimer.Blazor.Workspace.Following;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>"Başvuruyu Takip Et" and "Başvuru Takibini Bırak", wherever they are clicked.</summary>
public sealed class CaseFollowing(FollowCaseHandler follow, UnfollowCaseHandler unfollow, RefusalSentences sentences)
{
    /// <param name="unit">For which unit; none for the person.</param>
    /// <param name="isWanted">Follow, or leave it.</param>
    /// <returns>Nothing when it is so now, else why not, in words.</returns>
    public async Task<string?> SetAsync(CommandId id, CaseId caseId, UnitId? unit, bool isWanted, CancellationToken ct)
    {
        var outcome = isWanted
            ? await follow.HandleAsync(new FollowCase(id, caseId, unit), ct)
            : await unfollow.HandleAsync(new UnfollowCase(id, caseId, unit), ct);
        return outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
    }
}
