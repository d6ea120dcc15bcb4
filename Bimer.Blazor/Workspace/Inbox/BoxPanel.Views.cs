using Bimer.Blazor.Workspace.Inbox.Filtering;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The views kept of this box: each is an address like any other.</summary>
public sealed partial class BoxPanel
{
    private IReadOnlyList<ViewLine> _views = [];
    private Box? _viewsOf;
    private bool _isKeepingView;

    [Inject] public required SavedViews Views { get; init; }

    /// <summary>What would be kept now: the filter with the columns one sees it in.</summary>
    private BoxFilter Shown => Filter with { Columns = Table.IsNone ? null : Table };

    private async Task ReadViewsAsync()
    {
        _views = await Views.ReadAsync(Box, _leaving.Token);
        _viewsOf = Box;
    }

    private Task ReadViewsOnceAsync() => _viewsOf == Box ? Task.CompletedTask : ReadViewsAsync();

    private string AddressOf(ViewLine view) => AddressOf(FilterOf(view));

    private bool IsShown(ViewLine view) => !Filter.IsNone && FilterOf(view) == Filter;

    private BoxFilter FilterOf(ViewLine view) => Filters.Of(Navigation.BaseUri + "?" + view.Query);
}
