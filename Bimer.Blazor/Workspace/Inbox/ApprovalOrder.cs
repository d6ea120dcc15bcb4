using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>From letter to letter as the list shows them: by the criteria of its address, in the order it names or the one that was chosen last (S22, S49).</summary>
public sealed class ApprovalOrder(ApprovalBoxQuery box, BoxFilters filters, BoxPreferences preferences)
{
    /// <inheritdoc cref="LetterAfter"/>
    public async Task<NextLetter> NextAsync(string list, RoutingId? after, CancellationToken ct)
    {
        var isBox = string.Equals(new Uri(list).AbsolutePath, Addresses.Approvals, StringComparison.Ordinal);
        var asked = isBox ? filters.Of(list) : BoxFilter.None;
        var order = asked.Order ?? (await preferences.ReadAsync(ct)).OrderOf(Box.Approvals);
        var filter = (asked with { Order = order }).In(Box.Approvals);
        return new(await box.NextAsync(filter, after, ct), filter.Narrows);
    }
}
