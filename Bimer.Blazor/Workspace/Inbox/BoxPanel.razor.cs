using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>A box on the screen: loads, listens, opens.</summary>
public sealed partial class BoxPanel : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private readonly Dictionary<BoxLine, EventCallback> _openers = new(ReferenceEqualityComparer.Instance);
    private readonly LatestAnswer _latest = new();
    private BoxView _view = new();
    private BoxOpening? _opening;
    private BoxAge? _age;
    private BoxPlace? _shown;
    private IAsyncDisposable? _subscription, _blinding;
    private CommandId? _intent;
    private bool _isLoading = true, _hasNoBox, _isReadingMore, _mustListen;
    private string? _told;

    [Parameter, EditorRequired] public Box Box { get; set; } = Box.Unit;

    /// <summary>The number of the case beside the list.</summary>
    [Parameter] public string? Beside { get; set; }

    /// <summary>The unit the address asks for.</summary>
    [Parameter] public int? Unit { get; set; }

    [Inject] public required BoxSource Source { get; init; }
    [Inject] public required BoxDepths Depths { get; init; }
    [Inject] public required BoxLines Lines { get; init; }
    [Inject] public required CaseOpening Opening { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required Redraws Redraws { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required IOptions<ShellSlots> Slots { get; init; }

    protected override Task OnParametersSetAsync() => ShowAsync();

    private async Task ShowAsync()
    {
        KeepOpenRow();
        StepAsideForCase();
        _choices ??= await Preferences.ReadAsync(_leaving.Token);   // an order that was chosen before is part of what is asked
        var place = new BoxPlace(Box, Unit, FilterAskedFor());
        if (_shown == place) return;
        _shown = place;
        var view = _view = new BoxView(Box.IsSettled, _view.Kinds);
        (_isLoading, _isReadingMore) = (true, false);
        _picks.Clear();
        await ReadViewsOnceAsync();
        var named = await Source.NamedAsync(Box, place.Filter, _leaving.Token);
        if (view == _view) _named = named;
        var opening = view != _view ? null : await Source.OpenAsync(Box, Unit, _leaving.Token);
        var page = opening is null || view != _view ? null : await Source.ReadAsync(Box, opening.Unit, Depths.First(place), _leaving.Token);
        var age = page is null || view != _view ? null : await Source.AgeAsync(Box, opening!.Unit, place.Filter, page, _leaving.Token);
        if (view != _view) return;   // another box was asked for meanwhile
        (_opening, _hasNoBox, _age) = (opening, page is null, age);
        if (page is not null) view.Load(Written(page));
        KeepOpenRow();
        (_isLoading, _mustListen) = (false, true);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) Navigation.LocationChanged += Moved;
        // Not earlier: prerendering has nobody who would unsubscribe. Rung once by hand for what happened in between.
        if (!_mustListen || _opening is null) return;
        _mustListen = false;
        await StopListeningAsync();
        if (_leaving.HasBegun) return;
        _subscription = Feed.Subscribe(_opening.Topics, () => InvokeAsync(RefreshAsync));
        _blinding = Feed.Subscribe(_opening.Blinding, () => InvokeAsync(ForgetAsync));
        await RefreshAsync();
    }

    private Task RefreshAsync() => Redraws.AfterAsync(ReadAgainAsync, StateHasChanged);

    /// <summary>What may not be seen any more goes at once, whosever hand is on it; what only moved goes with it: the two look alike from here.</summary>
    private async Task ForgetAsync()
    {
        _latest.Blind();
        BoxLine[] before = [.. _view.Lines];
        if (!await ReadAgainAsync()) return;
        DropBlinded(before);
        StateHasChanged();   // waits for no other part of the screen
    }

    private async Task<bool> ReadAgainAsync()
    {
        // While another box is on its way the bells are still those of the former; it is read once more as soon as it stands.
        if (_leaving.HasBegun || _opening is null || _isLoading) return false;
        var (view, question) = (_view, _latest.Ask());
        var page = await Source.ReadAgainAsync(Box, _opening.Unit, new BoxSlice(Take: view.Reach) { Filter = Filter }, _leaving.Token);
        var age = page is null || view != _view ? null : await Source.AgeAgainAsync(Box, _opening.Unit, Filter, page, _leaving.Token);
        if (view != _view || _latest.UseOf(question) is var use && use == AnswerUse.Drop) return false;   // another box since, or a truer answer
        _age = age;
        if (page is null) _hasNoBox = true;
        else if (use == AnswerUse.ShowNothingElse) view.RefreshBlinded(Written(page));
        else view.Refresh(Written(page));
        if (_openers.Count > 2 * BoxSlice.Most) _openers.Clear();   // lines that have left would be kept for ever
        return true;
    }

    private async Task ReadMoreAsync()
    {
        if (_isLoading || _isReadingMore) return;   // pressed again before the button could be drawn grey
        _isReadingMore = true;
        var view = _view;
        var page = await ReadOnAsync(view);
        if (view != _view) return;   // another box was asked for meanwhile
        _isReadingMore = false;
        if (page is not null && page.IsSorted != view.IsSorted)
        {
            _shown = null;   // it grew too long for the order that was asked for, or short enough: no page follows the last one
            await ShowAsync();
            return;
        }

        if (page is not null) view.Append(Written(page));
        Depths.Keep(_shown!, view.Lines.Count);
    }

    /// <summary>What follows the last row, asked again where a bell was heard and answered in between: it may have left since, or may not be seen.</summary>
    private async Task<BoxPage?> ReadOnAsync(BoxView view)
    {
        while (true)
        {
            var question = _latest.Ask();
            var page = await Source.ReadAsync(Box, _opening?.Unit, new BoxSlice(view.Last) { Filter = Filter }, _leaving.Token);
            if (view != _view || !_latest.IsOutrun(question)) return page;
        }
    }

    private void ShowNew() => _view.ShowWaiting();

    /// <summary>A click or Enter on a waiting case takes custody; the same click sent twice is one intent.</summary>
    private async Task PressAsync(BoxLine line)
    {
        if (_view.IsGone(line) || IsBeside(line))
        {
            Navigation.NavigateTo(BesideAddress(line));
            return;
        }

        _told = null;
        var outcome = await Opening.OpenAsync(_intent ??= new CommandId(Guid.CreateVersion7()), line.Routing, _leaving.Token);
        _intent = null;
        _told = outcome;
        if (outcome is null) Navigation.NavigateTo(BesideAddress(line));
    }

    private void KeepOpenRow() => _view.Kept = _view.Lines.FirstOrDefault(IsBeside)?.Routing;

    private bool IsBeside(BoxLine line) => string.Equals(line.Number, Beside, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Moved;
        await _leaving.DisposeAsync();
        await StopListeningAsync();
    }

    private async Task StopListeningAsync()
    {
        if (_subscription is not null) await _subscription.DisposeAsync();
        if (_blinding is not null) await _blinding.DisposeAsync();
    }
}
