using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Catalogue;

/// <summary>Hizmet envanteri: the list of the unit the address names, looked through, changed, and told who changed it.</summary>
public sealed partial class CataloguePage : IAsyncDisposable
{
    private const int AtOnce = 50, ToldAtOnce = 20;

    private readonly Leaving _leaving = new();
    private IAsyncDisposable? _bell;
    private CatalogueDesk? _desk;
    private ElementReference _heading, _nameBox;
    private CatalogueView _view;
    private CommandId? _intent;
    private string _typed = "", _name = "", _said = "";
    private string? _problem, _renaming;
    private int _shown = AtOnce, _told = ToldAtOnce;
    private bool _busy;

    [SupplyParameterFromQuery(Name = "birim")] public string? Unit { get; set; }

    [Inject] public required CatalogueDeskQuery Query { get; init; }
    [Inject] public required ChangeCatalogueHandler Handler { get; init; }
    [Inject] public required UnitSearch Units { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    /// <summary>Before the page is live nothing is typed into it that would be lost.</summary>
    private bool IsIdle => !RendererInfo.IsInteractive;

    protected override async Task OnParametersSetAsync()
    {
        (_problem, _renaming, _shown, _told) = (null, null, AtOnce, ToldAtOnce);
        _desk = await ReadAsync();
        if (_desk is null && !_leaving.HasBegun) Navigation.NotFound();   // to whoever may not see it there is no such page
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (firstRender && !_leaving.HasBegun) _bell = Feed.Subscribe([LiveTopic.Catalogue], () => InvokeAsync(RefreshAsync));
    }

    private Task<CatalogueDesk?> ReadAsync() => Query.ReadAsync(new CatalogueAsked(AskedUnit, _view, _typed, _shown, _told), _leaving.Token);

    // What is no number is a unit there is not.
    private UnitId? AskedUnit => Unit is null ? null : new UnitId(int.TryParse(Unit, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1);

    private async Task RefreshAsync()
    {
        if (_leaving.HasBegun) return;
        _desk = await ReadAsync() ?? _desk;
        StateHasChanged();
    }

    private async Task NarrowAsync()
    {
        _shown = AtOnce;
        _desk = await ReadAsync() ?? _desk;
        _said = T.Counted("Found", _desk!.Found);
    }

    private Task ViewAsync(CatalogueView view)
    {
        _view = view;
        return NarrowAsync();
    }

    private Task MoreAsync()
    {
        _shown += AtOnce;
        return RefreshAsync();
    }

    private Task OlderAsync()
    {
        _told += ToldAtOnce;
        return RefreshAsync();
    }

    private void GoAsync(UnitHit? unit)
    {
        if (unit is not null) Navigation.NavigateTo(Addresses.CatalogueOf(unit.Id));
    }

    private void BeginRename(CatalogueItem item) => (_renaming, _problem) = (item.Code, null);

    private void EndRename() => (_renaming, _problem) = (null, null);

    private async Task AddAsync()
    {
        if (_busy || !await ChangeAsync(CatalogueAct.Added, "", _name)) return;
        _said = Sentence(CatalogueAct.Added, _name.Trim(), "");
        _name = "";
        await _nameBox.FocusAsync();
    }

    private async Task RenameAsync(CatalogueItem item, string name)
    {
        if (_busy || !await ChangeAsync(CatalogueAct.Renamed, item.Code, name)) return;
        _renaming = null;
        _said = Sentence(CatalogueAct.Renamed, name.Trim(), item.Name);
        await _heading.FocusAsync();
    }

    private async Task CloseAsync(CatalogueItem item)
    {
        var act = item.IsClosed ? CatalogueAct.Reopened : CatalogueAct.Closed;
        if (_busy || !await ChangeAsync(act, item.Code, "")) return;
        _said = Sentence(act, item.Name, item.Name);
        await _heading.FocusAsync();   // the row may have left the list with the button that was pressed
    }

    private async Task<bool> ChangeAsync(CatalogueAct act, string code, string name)
    {
        _busy = true;
        try
        {
            // Not tied to the screen: who leaves in this moment has still pressed the button.
            var outcome = await Handler.HandleAsync(new ChangeCatalogue(_intent ??= new CommandId(Guid.CreateVersion7()), _desk!.Unit, act, code, name), CancellationToken.None);
            _problem = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None) : null;
            _intent = null;
            if (outcome.IsAccepted) _desk = await ReadAsync() ?? _desk;
            return outcome.IsAccepted;
        }
        finally
        {
            _busy = false;
        }
    }

    private string Sentence(CatalogueAct act, string name, string was) => T["Told." + act, name, was];

    private int CountOf(CatalogueView view) => view switch { CatalogueView.Open => _desk!.Open, CatalogueView.Closed => _desk!.Closed, _ => _desk!.Open + _desk.Closed };

    private string Said(PickerState<UnitHit> state) => state switch { { IsOpen: false } => "", { Found: 0 } => T["UnitNone"], _ => T.Counted("UnitFound", state.Found) };

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_bell is not null) await _bell.DisposeAsync();
    }
}
