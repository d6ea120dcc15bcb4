using Bimer.Blazor.Workspace.Acknowledging;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>"Bilgi Alındı" and its "Vazgeç", in words.</summary>
public sealed class CaseAcknowledging(AcknowledgeCaseHandler acknowledge, UndoAcknowledgingHandler undo, RefusalSentences sentences)
{
    /// <returns>Nothing when it is put away now, else why not.</returns>
    public async Task<string?> AcknowledgeAsync(CommandId id, RoutingId routing, CancellationToken ct) =>
        await SayAsync(await acknowledge.HandleAsync(new AcknowledgeCase(id, routing), ct), ct);

    /// <returns>Nothing when it is as it was, else why not.</returns>
    public async Task<string?> UndoAsync(CommandId id, RoutingId routing, CancellationToken ct) =>
        await SayAsync(await undo.HandleAsync(new UndoAcknowledging(id, routing), ct), ct);

    private async Task<string?> SayAsync(Outcome outcome, CancellationToken ct) =>
        outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
}
