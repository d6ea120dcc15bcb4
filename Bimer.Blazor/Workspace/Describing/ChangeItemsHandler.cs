using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Describing;

/// <param name="Before">The items the holder saw.</param>
/// <param name="Lines">The items from now on, one a line.</param>
public sealed record ChangeItems(CommandId Id, RoutingId Routing, RequestedItems Before, string Lines);

/// <summary>The holder writes the requested items anew (istenenleri düzenle); what the citizen wrote stays as it is.</summary>
public sealed class ChangeItemsHandler(CaseWork work)
{
    public async Task<Outcome> HandleAsync(ChangeItems command, CancellationToken ct)
    {
        var items = RequestedItems.ParseLines(command.Lines);
        if (items.Value is not { } written) return items.Refusal!;
        return await work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => caseFile.ChangeItems(command.Routing, command.Before, written, acting.Actor, acting.Now), ct);
    }
}
