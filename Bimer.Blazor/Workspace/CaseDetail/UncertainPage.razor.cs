using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Belirsiz Gönderimler: what a coordinator ends one by one, each by the same two buttons that stand on its case.</summary>
public sealed partial class UncertainPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IAsyncDisposable? _subscription;
    private IReadOnlyList<UncertainLine>? _lines;
    private string _said = "";

    [Inject] public required UncertainQuery Query { get; init; }
    [Inject] public required CountersQuery Counters { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    protected override async Task OnInitializedAsync() => _lines = await Query.ReadAsync(_leaving.Token);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (!firstRender || await Counters.TopicsAsync(_leaving.Token) is not { } topics) return;
        _subscription = Feed.Subscribe([LiveTopic.UncertainMails, .. topics.Own], () => InvokeAsync(RefreshAsync));
        await RefreshAsync();   // what happened before the bell
    }

    private async Task RefreshAsync()
    {
        if (_leaving.IsCancellationRequested) return;
        var before = _lines;
        _lines = await Query.ReadAsync(_leaving.Token);
        if (before is not null && !before.Select(l => l.Routing).SequenceEqual(_lines.Select(l => l.Routing))) _said = T.Counted("UncertainCount", _lines.Count);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
        _leaving.Dispose();
    }
}
