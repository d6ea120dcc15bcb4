using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>
/// Belirsiz Gönderimler: what a coordinator ends one by one, each by the same two buttons that stand on its case. What a colleague
/// decides meanwhile stays where it is, without buttons: the next mail must not move under a hand that is about to press.
/// </summary>
public sealed partial class UncertainPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private readonly LatestAnswer _latest = new();
    private readonly List<IAsyncDisposable> _subscriptions = [];
    private IReadOnlyList<UncertainLine>? _lines;
    private HashSet<(RoutingId Routing, bool IsNotice)> _open = [];
    private string _said = "";

    [Inject] public required UncertainQuery Query { get; init; }
    [Inject] public required CountersQuery Counters { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    protected override async Task OnInitializedAsync() => Show(await Query.ReadAsync(_leaving.Token), isBlinded: false);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (!firstRender || await Counters.TopicsAsync(_leaving.Token) is not { } topics || _leaving.HasBegun) return;
        LiveTopic[] blinding = [.. topics.Own.Where(t => t.Kind == LiveTopicKind.Subtree)];
        _subscriptions.Add(Feed.Subscribe([LiveTopic.UncertainMails, .. topics.Own.Except(blinding)], () => InvokeAsync(RefreshAsync)));
        _subscriptions.Add(Feed.Subscribe(blinding, () => InvokeAsync(ForgetAsync)));
        await RefreshAsync();   // what happened before the bell
    }

    /// <summary>What may not be seen any more goes at once, whosever hand is on it.</summary>
    private Task ForgetAsync()
    {
        _latest.Blind();
        return RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        if (_leaving.HasBegun) return;
        var (question, before) = (_latest.Ask(), _open);
        var now = await Query.ReadAsync(_leaving.Token);
        if (_latest.UseOf(question) is var use && use == AnswerUse.Drop) return;
        Show(now, isBlinded: use == AnswerUse.ShowNothingElse);
        if (!before.SetEquals(_open)) _said = T.Counted("UncertainCount", _open.Count);
        StateHasChanged();
    }

    private void Show(IReadOnlyList<UncertainLine> now, bool isBlinded)
    {
        var open = now.ToDictionary(line => line.Key);
        var shown = (_lines ?? []).Where(line => !isBlinded || open.ContainsKey(line.Key)).Select(line => open.GetValueOrDefault(line.Key, line)).ToList();
        var known = shown.Select(line => line.Key).ToHashSet();
        _lines = [.. shown, .. now.Where(line => !known.Contains(line.Key))];
        _open = [.. open.Keys];
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        foreach (var subscription in _subscriptions) await subscription.DisposeAsync();
    }
}
