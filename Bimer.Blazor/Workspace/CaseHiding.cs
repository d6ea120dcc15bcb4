using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>"Başvuran Bilgilerini Gizle" and its "Vazgeç", in words.</summary>
public sealed class CaseHiding(HideIdentityHandler hide, UndoHidingHandler undo, RefusalSentences sentences)
{
    /// <returns>Nothing when it is hidden now, else why not.</returns>
    public async Task<string?> HideAsync(CommandId id, RoutingId routing, CancellationToken ct) =>
        await SayAsync(await hide.HandleAsync(new HideIdentity(id, routing), ct), ct);

    /// <returns>Nothing when it is as it was, else why not.</returns>
    public async Task<string?> UndoAsync(CommandId id, CaseId caseId, CancellationToken ct) =>
        await SayAsync(await undo.HandleAsync(new UndoHiding(id, caseId), ct), ct);

    private async Task<string?> SayAsync(Outcome outcome, CancellationToken ct) =>
        outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
}
