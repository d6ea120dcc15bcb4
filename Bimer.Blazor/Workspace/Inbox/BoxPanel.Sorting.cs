using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>In which order the rows come: as the address says, else as its reader chose it for this box last.</summary>
public sealed partial class BoxPanel
{
    [Inject] public required BoxSorting Sorting { get; init; }

    private BoxOrder? Remembered => _choices?.OrderOf(Box);

    /// <summary>What was asked for; a box that is too long for it keeps its own.</summary>
    private BoxOrder Order => Filter.Order ?? BoxOrder.UsualOf(Box);

    /// <summary>More rows than are put in another order; a page that is not there yet tells nothing.</summary>
    private bool IsTooLong => !_isLoading && (Filter.Order is null ? _view.Total > Sorting.Most : !_view.IsSorted);

    private BoxFilter InOrder(BoxFilter filter) => (filter.Order ?? Remembered) is { } order ? filter with { Order = order.In(Box) } : filter;

    // An address that names no order means the one that is remembered: who reads the box in its own order says so.
    private BoxFilter Told(BoxFilter filter) => filter.Order is null && Remembered is not null ? filter with { Order = BoxOrder.UsualOf(Box) } : filter;

    private string AddressOf(BoxOrder order) => BoxFilters.AddressOf(Box, Unit, Told(Filter with { Order = order.In(Box) }));

    private string AddressOfAll => AddressOf(BoxFilter.None with { Order = Filter.Order });

    /// <summary>The link leads there; here it is only remembered, at once, because the address is read next.</summary>
    private async Task RememberAsync(BoxOrder order)
    {
        _choices = (_choices ?? BoxChoices.Usual).With(Box, order);
        await Preferences.KeepOrderAsync(Box, order, _leaving.Token);
    }
}
