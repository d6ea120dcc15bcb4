using Bimer.Blazor.Workspace.Recalling;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>Vazgeç after Sevk Et: every leg of it is taken back as Geri Al takes it back, while nobody there has read it.</summary>
public sealed class ForwardUndoing(RecallCaseHandler recall, RecallDeskQuery sent, RefusalSentences sentences)
{
    /// <param name="part">The part that ended when it was sent on.</param>
    /// <returns>How many legs came back, and why not, in words, of the first that stays there; nothing when all of it is back.</returns>
    public async Task<(int Back, string? Why)> UndoAsync(RoutingId part, CancellationToken ct)
    {
        var legs = await sent.LegsOfAsync(part, ct);
        var (back, why) = (0, legs.Refusal);
        foreach (var leg in legs.Value ?? [])
        {
            var outcome = await recall.HandleAsync(new RecallCase(new CommandId(Guid.CreateVersion7()), leg), ct);
            if (outcome.IsAccepted) back++;
            why ??= outcome.Refusal;
        }

        return (back, why is null ? null : await sentences.OfAsync(why, ct));
    }
}
