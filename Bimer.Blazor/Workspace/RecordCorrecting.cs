using Bimer.Blazor.Workspace.Describing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>A slip at recording put right where the case is read, in words.</summary>
public sealed class RecordCorrecting(CorrectRecordHandler handler, RefusalSentences sentences)
{
    /// <returns>Nothing when it is so now, else why not.</returns>
    public async Task<string?> CorrectAsync(CommandId id, RoutingId routing, RecordCorrection wanted, CancellationToken ct) =>
        (await handler.HandleAsync(new CorrectRecord(id, routing, wanted), ct)).Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;

    /// <returns>Why it would be refused now, a missing reason aside; nothing when it would not.</returns>
    public async Task<string?> WhyNotAsync(RoutingId routing, RecordCorrection wanted, CancellationToken ct) =>
        (await handler.TryAsync(new CorrectRecord(default, routing, wanted), ct)).Refusal is { } refusal and not Refusal.TextMissing ? await sentences.OfAsync(refusal, ct) : null;
}
