using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace;

/// <summary>Listens to the case of a desk and tells what others did to it.</summary>
public sealed partial class ChangedNotice : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IReadOnlyList<CaseChange> _changes = [];
    private IAsyncDisposable? _subscription;
    private int? _mark;
    private bool _isDue, _isReading;

    [Parameter, EditorRequired] public CaseId Id { get; set; }

    /// <summary>Why the desk can no longer do its work, in words; none while it can.</summary>
    [Parameter] public string? Told { get; set; }

    /// <summary>The desk's own work is on its way: what it changes is no news.</summary>
    [Parameter] public bool IsOff { get; set; }

    /// <summary>The other text, where there is one.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Something happened to the case; asked before the notice reads what, and not while the desk's own work is on its way.</summary>
    [Parameter] public EventCallback OnRang { get; set; }

    [Inject] public required CaseChanges Changes { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    protected override async Task OnInitializedAsync() => _mark = await Changes.MarkAsync(Id, _leaving.Token);

    protected override Task OnParametersSetAsync() => _isDue ? ReadDueAsync() : Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe, and before the mark is known a bell would find nothing to compare with.
        if (_subscription is not null || _mark is null || _leaving.HasBegun) return;
        _subscription = Feed.Subscribe([LiveTopic.Case(Id)], () => InvokeAsync(RefreshAsync));
        await RefreshAsync();   // what happened between the mark and the bell
    }

    private Task RefreshAsync()
    {
        _isDue = true;
        return ReadDueAsync();
    }

    /// <summary>One read at a time; a bell meanwhile, or during the desk's own work, is answered by one more afterwards.</summary>
    private async Task ReadDueAsync()
    {
        if (_isReading) return;
        _isReading = true;
        try
        {
            while (_isDue && !IsOff && !_leaving.HasBegun) await ReadAsync();
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task ReadAsync()
    {
        _isDue = false;
        await OnRang.InvokeAsync();
        if (_leaving.HasBegun || _mark is not > 0) return;
        var changes = await Changes.SinceAsync(Id, _mark.Value, _leaving.Token);
        if (IsOff) _isDue = true;   // begun meanwhile: what its own act did may be among them
        else _changes = changes;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
