using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>
/// While somebody looks at what they follow, passes the bell of each of these cases on to their box. The box alone could not know which
/// cases these are: that changes while it is open.
/// </summary>
public sealed class FollowedBells : ComponentBase, IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private readonly LatestAnswer _latest = new();
    private HashSet<LiveTopic> _heard = [];
    private IAsyncDisposable? _changes, _cases;

    [Inject] public required FollowedQuery Query { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (!firstRender || await Query.TopicsAsync(_leaving.Token) is not [.., var own] topics || _leaving.HasBegun) return;
        _changes = Feed.Subscribe(topics, () => InvokeAsync(() => HearAsync(own)));
        await HearAsync(own);
    }

    private async Task HearAsync(LiveTopic box)
    {
        if (_leaving.HasBegun) return;
        var question = _latest.Ask();
        var bells = (await Query.BellsAsync(_leaving.Token)).ToHashSet();
        if (_leaving.HasBegun || _latest.UseOf(question) == AnswerUse.Drop || bells.SetEquals(_heard)) return;
        var former = _cases;
        _heard = bells;
        _cases = Feed.Subscribe([.. bells], () => Ring(box));
        if (former is not null) await former.DisposeAsync();
        Feed.Publish(box);   // what happened on a case between its joining and this moment
    }

    private Task Ring(LiveTopic box)
    {
        Feed.Publish(box);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_changes is not null) await _changes.DisposeAsync();
        if (_cases is not null) await _cases.DisposeAsync();
    }
}
