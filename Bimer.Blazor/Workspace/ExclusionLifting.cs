using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>Lifting the mark of a gönderilmeyecek kurum, in words.</summary>
public sealed class ExclusionLifting(LiftExclusionHandler lift, RefusalSentences sentences)
{
    /// <returns>Nothing when it is lifted, else why not.</returns>
    public async Task<string?> LiftAsync(LiftRequest request, CancellationToken ct)
    {
        var outcome = await lift.HandleAsync(new LiftExclusion(request.Id, request.CaseId, request.Unit, request.Reason), ct);
        return outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
    }
}

/// <summary>What a person asks for; the rules are asked of the case.</summary>
public sealed record LiftRequest(CommandId Id, CaseId CaseId, UnitId Unit, string Reason);
