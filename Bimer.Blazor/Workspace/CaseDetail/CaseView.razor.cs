using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>A case on the screen: loads, listens, opens.</summary>
public sealed partial class CaseView : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private readonly LatestAnswer _latest = new();
    private CaseSheet? _sheet;
    private string? _shown, _told;
    private CommandId? _intent;
    private CaseId? _heard;
    private IAsyncDisposable? _subscription;
    private bool _isLoading = true, _isOpening;
    private ElementReference _heading;

    [Parameter, EditorRequired] public string Number { get; set; } = "";

    /// <summary>Back to the list; without it the case stands on a page of its own.</summary>
    [Parameter] public EventCallback OnBack { get; set; }

    /// <summary>Where the case was opened from.</summary>
    [Parameter] public string? CameFrom { get; set; }

    /// <summary>There is no such case, or none this person may see.</summary>
    [Parameter] public Action? OnMissing { get; set; }

    [Inject] public required CaseQuery Query { get; init; }
    [Inject] public required CaseOpening Opening { get; init; }
    [Inject] public required CaseResuming Resuming { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required IJSRuntime Js { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (string.Equals(_shown, Number, StringComparison.Ordinal)) return;
        (_shown, _told, _isLoading, _sheet) = (Number, null, true, null);
        var (number, question) = (Number, _latest.Ask());
        var sheet = await Query.ReadAsync(number, _leaving.Token);
        if (!string.Equals(number, Number, StringComparison.Ordinal) || _latest.UseOf(question) == AnswerUse.Drop) return;
        (_sheet, _isLoading) = (sheet, false);
        if (_sheet is null) OnMissing?.Invoke();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (_sheet is null || _heard == _sheet.Head.Id) return;
        _heard = _sheet.Head.Id;
        if (_subscription is not null) await _subscription.DisposeAsync();
        if (_leaving.HasBegun) return;
        _subscription = Feed.Subscribe([LiveTopic.Case(_sheet.Head.Id), LiveTopic.Day], () => InvokeAsync(RefreshAsync));
        await RefreshAsync();   // what happened between the read and the bell
    }

    /// <summary>"Aç ve zimmetime al": clicked twice in one tick it is one intent.</summary>
    private async Task OpenAsync()
    {
        if (_sheet is null) return;
        _isOpening = true;
        _told = await Opening.OpenAsync(_intent ??= new CommandId(Guid.CreateVersion7()), _sheet.Part.Id, _leaving.Token);
        await GoOnAsync();
    }

    /// <summary>"Bak": nothing is shown before it is written down who looked.</summary>
    private async Task LookIntoAsync()
    {
        if (_sheet is null) return;
        _isOpening = true;
        _told = await Opening.LookAsync(_intent ??= new CommandId(Guid.CreateVersion7()), _sheet.Part.Id, _leaving.Token);
        await GoOnAsync();
    }

    /// <summary>The button that was pressed goes with what it did: whoever works by keyboard or hears the page goes on at its heading.</summary>
    private async Task GoOnAsync()
    {
        (_intent, _isOpening) = (null, false);
        await RefreshAsync();
        if (_told is null && !_leaving.HasBegun) await Js.InvokeVoidAsync("bimer.goOnAt", _heading);
    }

    /// <summary>"Beklemeden Çıkar", by one key and before the citizen's eyes: it can be taken back. The page shows the rest by the bell.</summary>
    private async Task ResumeAsync()
    {
        if (_sheet is null) return;
        var (number, part) = (Number, _sheet.Part.Id);
        _told = await Resuming.ResumeAsync(_intent ??= new CommandId(Guid.CreateVersion7()), part, _leaving.Token);
        if (_told is null) Toasts.Show(T["Resumed", number], undo: () => UndoResumingAsync(part));
        await GoOnAsync();
    }

    private async Task UndoResumingAsync(RoutingId part)
    {
        if (await Resuming.UndoAsync(new CommandId(Guid.CreateVersion7()), part, CancellationToken.None) is { } told) Toasts.Show(told, Tone.Near);
    }

    private async Task RefreshAsync()
    {
        if (_leaving.HasBegun) return;
        var (number, question) = (Number, _latest.Ask());
        var sheet = await Query.ReadAsync(number, _leaving.Token);
        if (!string.Equals(number, Number, StringComparison.Ordinal) || _latest.UseOf(question) == AnswerUse.Drop) return;
        (_sheet, _isLoading) = (sheet, false);   // a right that ended since takes the page with it
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
