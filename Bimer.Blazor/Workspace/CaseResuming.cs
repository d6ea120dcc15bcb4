using Bimer.Blazor.Workspace.Holding;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>"Beklemeden Çıkar" and its "Vazgeç", wherever they are clicked: on the case or in a notice.</summary>
public sealed class CaseResuming(ResumeCaseHandler handler, UndoResumingHandler undo, RefusalSentences sentences)
{
    /// <returns>Nothing when it is off hold now, else why not, in words.</returns>
    public async Task<string?> ResumeAsync(CommandId id, RoutingId routing, CancellationToken ct) =>
        await SayAsync(await handler.HandleAsync(new ResumeCase(id, routing), ct), ct);

    /// <returns>Nothing when it is on hold as it was, else why not.</returns>
    public async Task<string?> UndoAsync(CommandId id, RoutingId routing, CancellationToken ct) =>
        await SayAsync(await undo.HandleAsync(new UndoResuming(id, routing), ct), ct);

    private async Task<string?> SayAsync(Outcome outcome, CancellationToken ct) =>
        outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
}
