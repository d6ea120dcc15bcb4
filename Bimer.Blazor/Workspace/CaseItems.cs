using Bimer.Blazor.Workspace.Describing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>The requested items of a case written anew where they are read, in words.</summary>
public sealed class CaseItems(ChangeItemsHandler handler, RefusalSentences sentences)
{
    /// <returns>Nothing when it is so now, else why not.</returns>
    public async Task<string?> ChangeAsync(RoutingId routing, RequestedItems before, string lines, CancellationToken ct) =>
        (await handler.HandleAsync(new ChangeItems(new CommandId(Guid.CreateVersion7()), routing, before, lines), ct)).Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
}
