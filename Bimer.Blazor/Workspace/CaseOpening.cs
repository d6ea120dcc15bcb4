using Bimer.Blazor.Workspace.Custody;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>"Aç ve zimmetime al", wherever it is clicked: in a box or on the envelope; and "Bak", for those who do not take it.</summary>
public sealed class CaseOpening(TakeCustodyHandler custody, LookIntoCaseHandler looks, RefusalSentences sentences)
{
    /// <returns>Nothing when the case is the person's now, else why not, in words.</returns>
    public async Task<string?> OpenAsync(CommandId id, RoutingId routing, CancellationToken ct)
    {
        var outcome = await custody.HandleAsync(new TakeCustody(id, routing), ct);
        return outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
    }

    /// <returns>Nothing when the case lies open to be read now, else why not, in words.</returns>
    public async Task<string?> LookAsync(CommandId id, RoutingId routing, CancellationToken ct)
    {
        var outcome = await looks.HandleAsync(new LookIntoCase(id, routing), ct);
        return outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
    }
}
