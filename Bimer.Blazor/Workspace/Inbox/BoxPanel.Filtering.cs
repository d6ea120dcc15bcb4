using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>Which rows are asked for: it stands in the address alone, so that back, reload and a shared link find it again.</summary>
public sealed partial class BoxPanel
{
    private BoxChoices? _choices;
    private FilterOffers _offers = FilterOffers.None;
    private string? _named;
    private bool _isFiltering, _isChoosing;

    [Inject] public required BoxFilters Filters { get; init; }
    [Inject] public required BoxPreferences Preferences { get; init; }
    [Inject] public required FilterWords Criteria { get; init; }

    private BoxFilter Filter => _shown?.Filter ?? BoxFilter.None;

    /// <summary>The kinds that were chosen; the one that is shown must be there to be taken away again.</summary>
    private IEnumerable<CaseKind> Kinds => _choices is null ? [] : Enum.GetValues<CaseKind>().Where(k => _choices.Kinds.Contains(k) || Filter.Kind?.Has(k) == true);

    private IEnumerable<(string Name, BoxFilter Without)> Removals => BoxFilters.Removals(Filter).Where(r => r.Name is not ("tur" or "sira"));

    private string WordsOf(string criterion) => criterion switch
    {
        "kimde" => T["Chip.kimde", _named ?? T["HolderUnknown"].Value],
        "onayci" => T["Chip.onayci", _named ?? T["ApproverUnknown"].Value],
        _ => Criteria.Of(criterion, Filter),
    };

    /// <summary>One kind by one click; one of several asked for in the filter is taken away, the others stay.</summary>
    private Several<CaseKind>? KindsAfter(CaseKind clicked) => Filter.Kind is { Values.Count: > 1 } several && several.Has(clicked) ? several.Without(clicked) : clicked;

    private string CountOf(CaseKind? kind) => new MenuCount(kind is { } one ? _view.Kinds.Of(one) : _view.Kinds.Total).Words;

    // On the way out the address is another page's already.
    private BoxFilter FilterAskedFor() => IsHere ? InOrder(Filters.Of(Navigation.Uri)).In(Box) : Filter;

    private bool IsHere => string.Equals(new Uri(Navigation.Uri).AbsolutePath, Box.Address, StringComparison.Ordinal);

    private void Moved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(FollowAsync);

    private async Task FollowAsync()
    {
        if (_leaving.HasBegun || !IsHere) return;
        try
        {
            var shown = ShowAsync();
            StateHasChanged();
            await shown;
            StateHasChanged();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private async Task AskFilterAsync()
    {
        _offers = await Source.OffersAsync(Box, _opening?.Unit, Filter, _leaving.Token);
        _isFiltering = true;
    }

    private void Apply(BoxFilter filter)
    {
        _isFiltering = false;
        Navigation.NavigateTo(AddressOf(filter with { Order = Filter.Order }));
    }

    private Task ChosenAsync(BoxChoices choices)
    {
        (_choices, _isChoosing, _shown) = (choices, false, null);   // its lines are written anew
        return ShowAsync();
    }

    private WrittenPage Written(BoxPage page) => Lines.Of(Box, page, Table);

    private BoxTable Table => Filter.Columns ?? _choices?.Table ?? default;
}
