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
    private int _mark;

    [Parameter, EditorRequired] public CaseId Id { get; set; }

    /// <summary>Why the desk can no longer do its work, in words; none while it can.</summary>
    [Parameter] public string? Told { get; set; }

    /// <summary>The desk's own work is on its way: what it changes is no news.</summary>
    [Parameter] public bool IsOff { get; set; }

    /// <summary>The other text, where there is one.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Inject] public required CaseChanges Changes { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    protected override async Task OnInitializedAsync() => _mark = await Changes.MarkAsync(Id, _leaving.Token);

    protected override void OnAfterRender(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (firstRender) _subscription = Feed.Subscribe([LiveTopic.Case(Id)], () => InvokeAsync(ReadAsync));
    }

    private async Task ReadAsync()
    {
        if (_leaving.HasBegun || IsOff || _mark == 0) return;
        _changes = await Changes.SinceAsync(Id, _mark, _leaving.Token);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
